import {useMemo} from 'react'
import {styled} from 'styled-components'
import {pageHtml} from './page-html.ts'

/** Always light, because most pages are made for a white background. */
const Frame = styled.iframe`
  flex: 1;
  width: 100%;
  border: 0;
  color-scheme: light;
  background: white;
`

/** The source as a page, in a frame that runs no script and loads nothing. */
export function SourcePage({text}: {text: string}) {
  const html = useMemo(() => pageHtml(text), [text])
  return (
    <Frame
      title="The source as a page"
      sandbox=""
      srcDoc={html}
      referrerPolicy="no-referrer"
      data-testid="source-page"
    />
  )
}
