/** What an editor does in the Studio, with real clicks and keys. */
import type {Locator, Page} from 'playwright-core'

/**
 * Resolves when the page has had nothing to do for `quiet` milliseconds on end. The Studio carries the place of the selection
 * through its form state and says nothing when it is done; a wait of fixed length would be too short on a busy machine, where
 * timers come late, and late timers begin the wait anew. Gives up after `most`, on a page that is never quiet.
 */
export async function settled(page: Page, {quiet = 400, most = 15_000} = {}): Promise<void> {
  await page.evaluate(
    ([quiet, most]) =>
      new Promise<void>((resolve) => {
        const [beat, late] = [20, 60]
        const began = performance.now()
        let last = began
        let since = began
        const timer = setInterval(() => {
          const now = performance.now()
          if (now - last > late) since = now
          last = now
          if (now - since < quiet && now - began < most) return
          clearInterval(timer)
          resolve()
        }, beat)
      }),
    [quiet, most] as const,
  )
}

/** Presses keys that move the caret or the end of the selection, one at a time, as each begins where the one before it led. */
export async function walk(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await settled(page, {quiet: 200})
  }
  await settled(page)
}

/** Double-clicks a word of rendered text, which selects it, as an editor would before retyping it. */
export async function selectWord(page: Page, root: Locator, word: string): Promise<void> {
  const element = root.getByText(word).first()
  await element.scrollIntoViewIfNeeded()
  const place = await element.evaluate((node, wanted) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const at = text.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + wanted.length)
      const box = range.getClientRects()[0]
      return box && {x: box.x + box.width / 2, y: box.y + box.height / 2}
    }
    return undefined
  }, word)
  if (!place) throw new Error(`Expected the word ${word} on the page`)
  await page.mouse.dblclick(place.x, place.y)
}

/** Retypes a word; keys that come before the selection has settled land where the last edit was. Resolves when it is saved. */
export async function correct(page: Page, root: Locator, wrong: string, right: string): Promise<void> {
  await selectWord(page, root, wrong)
  await page.waitForFunction((word) => getSelection()?.toString().trim() === word, wrong)
  await settled(page)
  await page.keyboard.type(right, {delay: 25})
  await root.getByText(right).first().waitFor()
  await page.getByText('Saved', {exact: true}).first().waitFor()
  await settled(page)
}
