/**
 * Lines around official texts that are not the text: navigation, tools, page feet, the imprint block (版记), source
 * lines, annex lists. Matched on folded text with its spaces taken out. Each with a line that it matches.
 */

export interface LineEntry {
  pattern: RegExp;
  example: string;
}

/** Where the page is in its site: what stands above belongs to the site. */
export const PLACE_LINES: readonly LineEntry[] = [
  {
    pattern: /^(?:您?当?前所?在?的?位置|您?(?:现在)?所在的?位置|现在位置)[:：]?/u,
    example: '当前位置：首页 > 政策文件',
  },
  { pattern: /^(?:网站)?首页(?:>|»|›|\/|-).{0,80}$/u, example: '首页 > 政务公开 > 通知公告' },
];

/** Page numbers that a page carries over from print: they interrupt the text. */
export const PAGE_NUMBER_LINES: readonly LineEntry[] = [
  { pattern: /^[-—–―─·]{1,3}(?:\d{1,4}|[ivx]{1,5}|[\u2160-\u217f]{1,3})[-—–―─·]{1,3}$/iu, example: '— 3 —' },
  { pattern: /^第(?:\d{1,4}|[一二三四五六七八九十百]{1,5})页(?:[,，/]?共\d{1,4}页)?$/u, example: '第3页 共9页' },
  { pattern: /^(?:page)?\d{1,3}(?:\/|of)\d{1,3}$/iu, example: '3/9' },
  { pattern: /^[\u2160-\u217f]{1,3}$/u, example: 'Ⅲ' },
];

/** Tools and navigation that may stand before or inside an article. */
export const TOOL_LINES: readonly LineEntry[] = [
  { pattern: /^.{0,20}今天是\d{4}年.{0,30}$/u, example: '协会网站 今天是2024年11月24日' },
  { pattern: /^>{1,2}.{1,16}$/u, example: '>> 政策文件' },
  { pattern: /^您?访问的链接即将离开.{0,60}$/u, example: '您访问的链接即将离开本网站，是否继续？' },
  { pattern: /^分享(?:到|至)?[:：]?.{0,12}$/u, example: '分享到：' },
  {
    pattern:
      /^[[【]?(?:打印|关闭|收藏|纠错|返回|下载|复制链接|我要纠错)[\]】]?(?:本页|此页|窗口|顶部|列表|文章|[[【|｜/].{0,20})?$/u,
    example: '【打印】【关闭】',
  },
  { pattern: /^[[【]?(?:字号|字体|字体大小|视力保护色)[:：]?.{0,24}$/u, example: '字号：大 中 小' },
  { pattern: /^(?:放大字体|缩小字体|A[+-]).{0,80}$/u, example: '放大字体 缩小字体' },
  { pattern: /^(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]?-?\d{0,9}次?$/u, example: '浏览次数：128' },
  {
    pattern: /^(?:听全文|语音播报|朗读|无障碍(?:阅读|浏览)?|长者助手|繁体版?|简体版?|英文版|-次|-|\||\/)$/u,
    example: '听全文',
  },
  { pattern: /^(?:PDF|WORD|OFD|DOC)(?:格式|版|文件)?(?:下载)?$/iu, example: 'PDF格式下载' },
  { pattern: /^(?:所属分类|所属栏目|栏目|标签|关键词|核心提示)[:：].{0,200}$/u, example: '所属分类：行业要闻' },
  {
    pattern: /^[>＞]{2,3}(?:更多|详细)(?:内容|信息)?[,，]?(?:请?点击)?(?:阅读|查看|这里)?$/u,
    example: '>>>更多内容，点击阅读',
  },
  { pattern: /^(?:声明|免责声明)[:：]?$/u, example: '声明' },
  { pattern: /^图为.{2,100}[（(][^（()）]{1,16}摄(?:影)?[）)]。?$/u, example: '图为样品展启动仪式。（王某摄）' },
  { pattern: /^<(?:!--|%).{0,400}(?:--|%)>$/u, example: '<!-- INFO END -->' },
  { pattern: /^(?:上传|发布)(?:用户|人)[:：].{0,40}$/u, example: '发布人：办公室' },
];

/** What follows an article; from here on nothing belongs to it. */
export const END_LINES: readonly LineEntry[] = [
  { pattern: /^(?:扫一扫|扫描二维码|用?手机扫).{0,30}$/u, example: '扫一扫在手机打开当前页' },
  {
    pattern: /^相关(?:附件|新闻|链接|稿件|解读|文章|阅读|推荐|文件|信息|政策|报道|内容|文档|资讯)(?:[:：].{0,20})?$/u,
    example: '相关新闻',
  },
  {
    pattern: /^[[【]?(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇|上一页|下一页|返回顶部)(?:[\]】:：]|$).{0,120}$/u,
    example: '上一篇：没有了',
  },
  { pattern: /^(?:版权所有|版权声明|Copyright|©).{0,160}$/iu, example: '版权所有：市人民政府' },
  {
    pattern:
      /^(?:主办|承办|主办单位|承办单位|网站管理|网站标识码|联系我们|网站地图|友情链接|技术支持(?![:：][\d(（]))(?:[:：|｜]|$).{0,160}$/u,
    example: '主办：市人民政府办公厅',
  },
  { pattern: /^.{0,60}(?:网站标识码|ICP备|公网安备).{0,160}$/iu, example: '备案序号：某ICP备12345678号-1' },
  {
    pattern:
      /^[[(【]?(?:本期|本文|执行|值班)?(?:责任编辑|责编|编辑|作者单位|编审|校对|审核|审稿|撰稿|排版|制图|监制)[:：].{0,60}$/u,
    example: '（本期编辑：王某 审核：李某）',
  },
  {
    pattern: /^[[(【]?(?:免责|版权|特别|郑重)声明[\])】]?[:：].{0,300}$/u,
    example: '免责声明：本刊根据公开信息整理，仅供参考。',
  },
  {
    pattern:
      /^(?:网友评论|我要评论|发表评论|用户评论|意见反馈|文档附件|附件下载|文件下载|热点推荐|最新文章|猜你喜欢|为您推荐|推荐阅读|延伸阅读|热门文章|热门推荐)[:：]?.{0,20}$/u,
    example: '附件下载',
  },
  { pattern: /^[[【](?:打印|关闭|打印本页|关闭窗口)[\]】].{0,30}$/u, example: '【打印本页】【关闭窗口】' },
];

/** 版记: distribution list and imprint below the last item of a printed bulletin or document. */
export const IMPRINT_LINES: readonly LineEntry[] = [
  {
    pattern: /^(?:主送|抄送|抄报|报送|分送|发送|报|送|发至|送达|呈送|主报)[:：].{1,600}$/u,
    example: '抄送：各市（州）科技局。',
  },
  { pattern: /^.{2,60}\d{4}年\d{1,2}月\d{1,2}日印(?:发|制)$/u, example: '办公室 2025年12月1日印发' },
  {
    pattern: /^.{2,60}[〇零一二]{1}[〇零一二三四五六七八九]{3}年.{1,8}印发$/u,
    example: '办公室 二〇二五年十二月一日印发',
  },
  { pattern: /^[(]?共印\d{1,6}份[)]?$/u, example: '（共印120份）' },
  {
    pattern: /^(?:责任编辑|编辑|编校|校对|核稿|签发|联系人|联系电话|电话|传真|地址|邮编|编印)[:：].{1,80}$/u,
    example: '编辑：李某 联系电话：000-0000000',
  },
  { pattern: /^(?:信息)?公开(?:方式|选项|属性|形式|类别)[:：].{1,20}$/u, example: '公开方式：主动公开' },
];

/** Below the text of one document: how it is published. */
export const CLOSING_LINES: readonly LineEntry[] = [
  { pattern: /^[(]?(?:此|本)件(?:主动|公开|依申请|不予|发至|有删减).{0,20}[)]?$/u, example: '（此件公开发布）' },
  {
    pattern: /^[(](?:联系(?:人|电话|方式|单位|处室)|咨询电话)[:：].{1,120}[)]$/u,
    example: '（联系人：王某；联系电话：000-0000000）',
  },
  { pattern: /^[(]?(?:主动公开|依申请公开|不予公开)[)]?$/u, example: '（主动公开）' },
  {
    pattern: /^[(]?(?:政府)?(?:信息)?公开(?:形式|方式|属性|类别|选项)[:：]?(?:主动|依申请|不予)公开[)]?$/u,
    example: '（信息公开形式：主动公开）',
  },
  { pattern: /^.{0,24}(?:查看|阅读)(?:政策)?(?:原文|全文|详情)[→>»›]{1,2}$/u, example: '样品数据 样品要素 查看原文→' },
  { pattern: /^数据来源[:：].{1,200}$/u, example: '数据来源：https://www.example.gov.cn/a.html' },
  { pattern: /^[(]?(?:此页|本页|以下)无正文[)]?$/u, example: '（此页无正文）' },
];

/** Where an item of a round-up was taken from. */
export const SOURCE_LINES: readonly LineEntry[] = [
  { pattern: /^[(【]?(?:摘自|转自|原载|来源于)《.{1,60}$/u, example: '摘自《某报》2022.03.15' },
  {
    pattern:
      /^[([【]?(?:信息|文章|稿件|新闻|资料|内容)?(?:来源|出处|摘自|转自|供稿(?:单位)?|报送单位)[:：].{1,200}[)\]】]?$/u,
    example: '（来源：省发展改革委）',
  },
  {
    pattern:
      /^[(][\p{Script=Han}、]{0,24}(?:[日晚早晨时导商]报|(?:青年|科技|经济|环境|教育|法治)报|新华社|中新社|通讯社|(?:人民|新华|中新|新闻|政府|政务)网|门户网站|公众号|客户端|供稿|[厅局委])[)]$/u,
    example: '（样品省科技厅供稿）',
  },
  {
    pattern: /^[([【]?(?:原文链接|原文|原文地址|查看原文|阅读原文)[:：]?(?:https?:\/\/.{1,300})?[)\]】]?$/u,
    example: '原文链接：https://www.example.gov.cn/a.html',
  },
  {
    pattern:
      /^[^\p{Script=Han}]{0,4}(?:点击)?(?:查看|阅读)(?:政策|文件|公告|通知)?(?:原文|全文|详情|来源)(?:[→>»›·-].{0,24})?$/u,
    example: '🔗 查看政策原文 · 样品市人民政府网',
  },
];

/** Begins a list of annexes, or an annex itself. */
export const ANNEX_LINES: readonly LineEntry[] = [
  { pattern: /^附(?:件|表|录|图|注)?[一二三四五六七八九十\d]{0,3}(?:[:：].{0,200}|$)/u, example: '附件：1.申报书格式' },
  { pattern: /^附件\d{1,2}[-—]\d{1,2}/u, example: '附件1-2' },
];
