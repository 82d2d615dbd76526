/** The HTML of `deliver`, parsed again, gives the same blocks. */
import {describe, expect, it} from 'vitest'
import {renderHtml} from '../../render/html.ts'
import {parse} from './check.ts'
import {clean} from './damage.ts'
import {fixtures} from './fixtures.ts'

describe.each([...clean, ...fixtures])('%s', (_, body) => {
  it('comes back from the HTML that sites get', () => {
    const {article} = parse(body)
    // Without the title, which a site shows above the body.
    expect(parse(renderHtml(article.body)).article.body).toEqual(article.body)
  })
})
