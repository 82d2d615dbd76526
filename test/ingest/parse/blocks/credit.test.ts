import {describe, expect, it} from 'vitest'
import {creditIn} from '../../../../ingest/parse/blocks/credit.ts'

const creditOf = (caption: string): string | undefined => {
  const found = creditIn(caption)
  return found && caption.slice(found.start, found.end)
}

describe('who made a picture, at the end of its caption', () => {
  it.each<[string, string]>([
    ['A bridge in Bern. © A. One / AFP', '© A. One / AFP'],
    ['A bridge in Bern (Photo: A. One/Reuters)', 'Photo: A. One/Reuters'],
    ['A bridge in Bern [Foto: A. One]', 'Foto: A. One'],
    ['Eine Brücke in Bern | Bildrechte: A. One', 'Bildrechte: A. One'],
    ['Un pont à Berne. Crédit photo : A. One', 'Crédit photo : A. One'],
    ['A bridge in Bern. Photograph: A. One/The Daily', 'Photograph: A. One/The Daily'],
    ['A bridge in Bern. Photo by A. One', 'Photo by A. One'],
    ['A bridge in Bern\nGetty Images', 'Getty Images'],
    ['A bridge in Bern\nA. One/AFP', 'A. One/AFP'],
    ['Getty Images', 'Getty Images'],
    ['Photo: A. One', 'Photo: A. One'],
    ['(c) A. One', '(c) A. One'],
    ['A bridge / (C) A. One', '(C) A. One'],
    ['A bridge in Bern. (AP Photo/A. One)', 'AP Photo/A. One'],
    ['A bridge in Bern. Foto:\nThe works of the bridge', 'Foto:\nThe works of the bridge'],
  ])('%j', (caption, credit) => {
    expect(creditOf(caption)).toBe(credit)
  })

  it.each([
    'A bridge in Bern',
    'In the picture: the bridge of Bern and the people who crossed it on the day on which it was opened to them',
    'Photo: The bridge is old. It was built by hand before anyone had thought of steel',
    'A photographer takes a photo of the bridge',
    'The image of Bern',
    'Photo:',
    'Presidente de EEUU, Joe Biden / AFP',
    '© Getty Images\nA bridge in Bern on the day on which it was opened',
    '',
  ])('none in %j', (caption) => {
    expect(creditOf(caption)).toBeUndefined()
  })
})
