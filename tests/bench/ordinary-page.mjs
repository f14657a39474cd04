// An ordinary page on a government host that is no policy: a long list of library events, links and opening hours.
const PLACES = ['一楼展厅', '少儿阅览室', '报告厅', '古籍馆', '自修室', '音乐图书馆'];
const EVENTS = ['读书会', '摄影展', '周末电影', '手工课', '钢琴音乐会', '科普讲座', '围棋体验', '方言故事'];

const event = (i) => `
  <article class="event" id="e${i}">
    <h3><a href="/events/${i}.html">${EVENTS[i % EVENTS.length]}（第${(i % 9) + 1}场）</a></h3>
    <p class="when">周${'一二三四五六日'[i % 7]} ${9 + (i % 9)}:30，${PLACES[i % PLACES.length]}</p>
    <p>本次活动面向所有读者，座位有限，先到先得。参加者请提前十分钟入场，并把手机调到静音。活动结束以后可以在服务台领取一份小礼物。</p>
    <ul><li><a href="#map">怎么来</a></li><li><a href="#ask">常见问题</a></li><li>余位 ${(i * 7) % 40}</li></ul>
  </article>`;

export const ORDINARY_PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>本周活动 - 市图书馆</title>
<style>body{font:16px/1.7 system-ui;margin:2em auto;max-width:60em}article{border-bottom:1px solid #ddd}</style></head>
<body><nav><a href="/">首页</a> <a href="/books">找书</a> <a href="/events">活动</a></nav><main>
${Array.from({ length: 160 }, (_, i) => event(i)).join('')}</main><footer>开放时间 9:00—21:00</footer></body></html>`;
