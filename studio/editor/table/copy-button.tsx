import {Button} from '@sanity/ui'
import {useState} from 'react'
import {writeHtmlTable} from './clipboard/html.ts'
import {writeTsv} from './clipboard/tsv.ts'
import {textOfCell} from './text.ts'
import type {TableNode} from './types.ts'

/** Copies a whole table in formats that spreadsheets and word processors can paste. */
export function CopyButton({table}: {table: TableNode}) {
  const [state, setState] = useState<'copied' | 'failed'>()
  const copy = async () => {
    const cells = table.rows.map((row) => row.cells)
    const item = new ClipboardItem({
      'text/plain': new Blob([writeTsv(cells.map((row) => row.map(textOfCell)))], {type: 'text/plain'}),
      'text/html': new Blob([writeHtmlTable(cells, table.headerRows)], {type: 'text/html'}),
    })
    try {
      await navigator.clipboard.write([item])
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  const text =
    state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser blocked copying' : 'Copy table'
  return <Button fontSize={1} padding={2} mode="bleed" text={text} onClick={copy} />
}
