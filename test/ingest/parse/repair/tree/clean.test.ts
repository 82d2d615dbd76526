import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import {judgementOf} from '../../../../../ingest/parse/findings/judgement.ts'
import {repairTree} from '../../../../../ingest/parse/repair/tree/index.ts'
import {fragment} from './fragment.ts'

/** Sound articles, each with something that a rule might take for damage. */
const ARTICLES: Record<string, string> = {
  english: `<h1>Harbour Opens After Two Years</h1><p>The terminal opened on Monday: late, but open.</p><h2>Why so late</h2>
    <p>Divers found a wreck. “We stopped,” said one.</p><blockquote><p>Nobody knew.</p><p>Nobody asked.</p></blockquote>
    <ul><li><b>Wreck:</b> found in May</li><li>Permits: three of them</li><li>Tender<ul><li>first</li><li>second</li></ul></li></ul>
    <p>Photo: Ann Baker</p><figure><img src="a.png" alt="Quay"><figcaption>The quay</figcaption></figure>
    <table><caption>Costs</caption><thead><tr><th>Year</th><th>Cost</th></tr></thead><tbody><tr><td>2021</td><td>52</td></tr><tr><td rowspan="2">2022</td><td>61</td></tr><tr><td>62</td></tr></tbody></table>
    <p>Short Line In Capitals</p><p>More text follows here, as it must.</p><pre><code>- a | b\n- c | d</code></pre><hr><p>The End</p>`,
  german: `<h1>Hafen öffnet nach zwei Jahren</h1><p>Die Taucher fanden ein Wrack unter dem Kai.</p><h2>Warum es so lange dauerte</h2>
    <p>Der Rat der Stadt</p><p>Der Rat tagte bis Mitternacht, und niemand ging vor der Abstimmung.</p><ol><li>Kai</li><li>Halle</li></ol>`,
  chinese:
    '<h1>港口重新开放</h1><p>港口于星期一重新开放。</p><h2>原因</h2><p>潜水员发现了沉船</p><p>工程因此推迟了两年。</p><ul><li>沉船：五月发现</li><li>许可：三个机构</li></ul>',
  arabic:
    '<h1>إعادة فتح الميناء</h1><p>أعيد فتح الميناء يوم الاثنين.</p><h2>السبب</h2><p>عثر الغواصون على حطام سفينة.</p><ul><li>الحطام: في مايو</li><li>التصاريح: ثلاثة</li></ul>',
  persian:
    '<h1>بازگشایی بندر</h1><p>بندر روز دوشنبه باز شد و کشتی‌ها می‌توانند وارد شوند.</p><ul><li>لاشه: در ماه مه</li></ul>',
  russian:
    '<h1>Порт открылся через два года</h1><p>— Мы ждали, — сказал он.</p><p>— Долго? — спросила она.</p><p>Водолазы нашли обломки.</p>',
  poem: '<h1>Ebb</h1><p>The water leaves<br>the stones alone<br>and comes again</p><p>* * *</p><p>. . .</p><p>The end of it</p>',
  faq: '<h2>Is it open?</h2><p>Yes.</p><h2>Is it free?</h2><p>Yes.</p><h2>Is it far?</h2><p>No, it is a short walk from the old quay.</p>',
  speech: '<p>– Bonjour, dit-elle.</p><p>– Bonsoir !</p><p>Ils se turent.</p>',
}

const squeeze = (html: string): string => html.replace(/>\s+</g, '><')

describe('a sound article is left alone', () => {
  for (const [name, source] of Object.entries(ARTICLES)) {
    test(name, () => {
      const tree = fragment(source)
      const before = squeeze(toHtml(tree))
      const findings: string[] = []
      repairTree(
        tree,
        (repair) => {
          if (judgementOf(repair).severity !== 'info') findings.push(`${repair.code}: ${repair.message}`)
        },
        source,
      )
      expect(findings).toEqual([])
      expect(squeeze(toHtml(tree))).toBe(before)
    })
  }
})
