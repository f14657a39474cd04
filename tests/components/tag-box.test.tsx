/** The tag box: every separator, the combobox keys, and that nothing happens while an input method composes. */
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { TagBox } from '@/components/clip/tag-box';
import { expectAccessible, find, mount, press, settled, type } from './mount';

function open(initial: string[] = [], known = ['科技金融', '成果转化', '人才']) {
  const tags = signal(initial);
  const draft = signal('');
  const Box = () => (
    <TagBox
      tags={tags.value}
      known={known}
      draft={draft.value}
      onDraft={(text) => {
        draft.value = text;
      }}
      onChange={(next) => {
        tags.value = next;
      }}
    />
  );
  const root = mount(<Box />);
  const input = find<HTMLInputElement>(root, '[role=combobox]');
  void act(() => input.focus());
  return { root, input, tags, draft };
}

const compose = (input: HTMLInputElement, name: 'start' | 'end') =>
  act(() => void input.dispatchEvent(new CompositionEvent(`composition${name}`, { bubbles: true })));

describe('separators', () => {
  it.each([
    ['、', '资金、税收、'],
    ['，', '资金，税收，'],
    [',', '资金,税收,'],
    ['；', '资金；税收；'],
    ['mixed, full and half width', '资金、税收, '],
  ])('%s ends a tag', (_, text) => {
    const { input, tags } = open();
    type(input, text);
    expect(tags.value).toEqual(['资金', '税收']);
  });

  it('keeps what stands after the last one as a draft', () => {
    const { input, tags, draft } = open();
    type(input, '资金、税');
    expect([tags.value, draft.value]).toEqual([['资金'], '税']);
  });

  it('takes no tag twice, whatever its width or case', () => {
    const { input, tags } = open(['AI']);
    type(input, 'ＡＩ、ai、资金、');
    expect(tags.value).toEqual(['AI', '资金']);
  });
});

describe('keys', () => {
  it('Enter takes what was typed', () => {
    const { input, tags } = open();
    type(input, '平台');
    expect(press(input, 'Enter')).toBe(true);
    expect(tags.value).toEqual(['平台']);
  });

  it('arrows choose a suggestion, which is announced', async () => {
    const { root, input, tags } = open();
    press(input, 'ArrowDown');
    press(input, 'ArrowDown');
    const chosen = find(root, '[aria-selected=true]');
    expect(input.getAttribute('aria-activedescendant')).toBe(chosen.id);
    expect(chosen.textContent).toBe('成果转化');
    await expectAccessible(root);
    press(input, 'Enter');
    expect(tags.value).toEqual(['成果转化']);
  });

  it('arrow up walks from the end and back out', () => {
    const { root, input } = open();
    press(input, 'ArrowUp');
    expect(find(root, '[aria-selected=true]').textContent).toBe('人才');
  });

  it('Tab completes the only suggestion and otherwise leaves', () => {
    const { input, tags } = open();
    expect(press(input, 'Tab')).toBe(false);
    type(input, '金融');
    expect(press(input, 'Tab')).toBe(true);
    expect(tags.value).toEqual(['科技金融']);
  });

  it('Esc clears and keeps the focus; the second one is for others', () => {
    const { input, draft } = open();
    type(input, '平');
    expect(press(input, 'Escape')).toBe(true);
    expect(draft.value).toBe('');
    expect(document.activeElement).toBe(input);
    expect(press(input, 'Escape')).toBe(false);
  });

  it('Backspace in the empty box takes the last tag back', () => {
    const { input, tags } = open(['资金', '税收']);
    press(input, 'Backspace');
    expect(tags.value).toEqual(['资金']);
  });

  it('leaving takes what was typed', () => {
    const { input, tags } = open();
    type(input, '平台');
    void act(() => input.blur());
    expect(tags.value).toEqual(['平台']);
  });
});

describe('input methods', () => {
  it.each(['Enter', 'Tab', 'Escape', 'Backspace', 'ArrowDown'])('%s is theirs while they compose', async (key) => {
    const { input, tags } = open(['资金']);
    await compose(input, 'start');
    type(input, 'ke ji');
    expect(press(input, key)).toBe(false);
    expect(tags.value).toEqual(['资金']);
  });

  it('a comma typed while composing separates only afterwards', async () => {
    const { input, tags } = open();
    await compose(input, 'start');
    type(input, '科技，');
    expect(tags.value).toEqual([]);
    await compose(input, 'end');
    await settled();
    expect(tags.value).toEqual(['科技']);
  });

  it('the Enter that ends a composition is not a second one', async () => {
    const { input, tags } = open();
    await compose(input, 'start');
    type(input, '科技');
    await compose(input, 'end');
    expect(press(input, 'Enter')).toBe(false);
    expect(tags.value).toEqual([]);
    await settled();
    expect(press(input, 'Enter')).toBe(true);
    expect(tags.value).toEqual(['科技']);
  });
});
