/** What an editor does in the Studio, with real clicks and keys. */
import type {Locator, Page} from 'playwright-core'

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

/**
 * Retypes a word, at a person's pace: the Studio carries the place of the selection through its form state, and keys that come
 * before it has settled land where the last edit was. Resolves when the change is saved.
 */
export async function correct(page: Page, root: Locator, wrong: string, right: string): Promise<void> {
  await selectWord(page, root, wrong)
  await page.waitForFunction((word) => getSelection()?.toString().trim() === word, wrong)
  await page.waitForTimeout(400)
  await page.keyboard.type(right, {delay: 25})
  await root.getByText(right).first().waitFor()
  await page.getByText('Saved', {exact: true}).first().waitFor()
  await page.waitForTimeout(400)
}
