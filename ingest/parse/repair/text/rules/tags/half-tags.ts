/**
 * Tags that lost a bracket, or all but their name and last bracket.
 *
 * @example
 *   in: <li><b>Size:</b> 296li\n<li>b >Place: Berkeley</li>\n<li><b>Rate: b> 15</li>\n<p>So they left.p
 *   out: <li><b>Size:</b> 296</li>\n<li><b>Place: Berkeley</li>\n<li><b>Rate:</b> 15</li>\n<p>So they left.</p>
 * @example
 *   in: <li>broccoli\n<li>from Mali\n<p>the h.p
 *   out: <li>broccoli\n<li>from Mali\n<p>the h.p
 * @example
 *   in: <tr><td>Quay<td>td>td>open</td></tr>
 *   out: <tr><td>Quay<td></td><td>open</td></tr>
 * @example
 *   in: The Rise of the Talibanh2>The joint backing.p> Navigating tr >
 *   out: The Rise of the Taliban</h2>The joint backing.</p> Navigating </tr>
 * @example
 *   in: <p>One.</p<p class="a"Two.</p>\np class="b">Three.< / tbody </table>
 *   out: <p>One.</p><p class="a">Two.</p>\n<p class="b">Three.</tbody></table>
 * @example
 *   in: <tr><tdOnetd><td2td></tr>
 *   out: <tr><td>One</td><td>2</td></tr>
 * @example
 *   in: ul>\n<li>One</li>\n/ul>\n<tr><td>1td>2/td></tr>
 *   out: <ul>\n<li>One</li>\n</ul>\n<tr><td>1</td>2</td></tr>
 * @example
 *   in: <ul>\n<li>소포li>\n<li><b>Fahrräder:b> nein</li></ul><h2>Outlookh2The end.\n<h23. Nexth2>It is.</p>
 *   out: <ul>\n<li>소포</li>\n<li><b>Fahrräder:</b> nein</li></ul><h2>Outlook</h2>The end.\n<h2>3. Next</h2>It is.</p>
 * @example
 *   in: <h2>Ports</h2>\n< h2Outlook</h2>\n<pspan class="a">One.</span></p>\n<li class="b"Two</li>\n<p>Three.<br><br\nFour.br >\n</p>
 *   out: <h2>Ports</h2>\n<h2>Outlook</h2>\n<p><span class="a">One.</span></p>\n<li class="b">Two</li>\n<p>Three.<br><br>\nFour.<br>\n</p>
 * @example
 *   in: <ul><li>One</li\n- two more words | and a mark\n</ul>
 *   out: <ul><li>One</li>\n- two more words | and a mark\n</ul>
 * @example
 *   in: p > 0.05, p>q, Health>News, a<b and North>South with x > y
 *   out: p > 0.05, p>q, Health>News, a<b and North>South with x > y
 */
import {editsOutside} from '../../markup/outside.ts'
import {surveyOf} from '../../markup/survey.ts'
import {amend, type TextRule} from '../../rule.ts'
import {missingCloseBrackets} from './half-tags/missing-close-bracket.ts'
import {missingOpenBrackets} from './half-tags/missing-open-bracket.ts'
import {lineRemnants} from './half-tags/remnants-on-lines.ts'

export const halfTags: TextRule = (text, report) => {
  const repair = {code: 'tag-repaired', message: 'Tags with a missing bracket were restored.'} as const
  // `<tdOnetd>` lost one bracket of each tag: the second shows only once the first is closed.
  const cut = surveyOf(text).isSound ? [] : missingCloseBrackets(text.value)
  const closed = amend(text, editsOutside(text, cut, 'raw'), report, repair)
  const whole = amend(closed, editsOutside(closed, missingOpenBrackets(closed), 'raw'), report, repair)
  // The rest is recognized by neighbouring tags, and nothing is if each has its partner.
  const remnants = surveyOf(whole).isNested ? [] : lineRemnants(whole.value)
  return amend(whole, editsOutside(whole, remnants, 'raw'), report, repair)
}
