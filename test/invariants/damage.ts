/** One small input for each kind of damage, and for each kind of clean input, for the invariants to be held against. */
export const damaged: readonly [kind: string, body: string][] = [
  [
    'escaped markup',
    '&lt;h2&gt;A heading&lt;/h2&gt;&lt;p&gt;Tom &amp;amp; Ann.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;',
  ],
  [
    'twice escaped',
    '&amp;lt;p&amp;gt;Tom &amp;amp;amp; Ann&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two.&amp;lt;/p&amp;gt;',
  ],
  ['escaped in part', '<p>One.&lt;/p&gt;&lt;p class=&quot;a&quot;&gt;Two.</p>'],
  ['double references', '<p>Tom &amp;amp; Ann’s caf&amp;eacute;:&amp;nbsp;a &amp;lt; b, it&amp;#8217;s</p>'],
  ['spaced tags', '<p>One.< / p>< p >Two.</ p ><ul>< li style = ” margin – bottom :10 px;”>Three</ li></ul>'],
  ['spaced references', '<p>One & amp; two.& lt ; /p& gt ;& lt ;p& gt ;Three & nbsp ; four.</p>'],
  ['half tags', 'The Rise of Rainh2>It began in May, and it went on.p> Then it stopped.\n- onetr >\n- two'],
  ['cut brackets', '<p>One.</p<p class="a"Two.</p>\np class="b">Three.</p>'],
  ['CDATA', '<content:encoded><![CDATA[ <p>One.</p><p>Two &amp; three.</p>]]></content:encoded>'],
  ['JSON escapes', '"<p class=\\"a\\">One.\\u003c/p\\u003e\\n\\u003cp\\u003eTwo \\u00e9t\\u00e9.<\\/p>"'],
  ['percent-encoding', '%3Cp%3EOne%20two.%3C%2Fp%3E%3Cp%3ECaf%C3%A9.%3C%2Fp%3E'],
  ['literal line breaks', '<p>One.</p>\\r\\n<p>Two.</p>\\r\\n\\r\\n<p>Three.</p>'],
  ['mojibake', '<p>Itâ€™s the cafÃ©, and â€œmoreâ€\u009d of it.</p><p>Ð\u009fÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€.</p>'],
  ['twice mojibake', '<p>ItÃ¢â‚¬â„¢s the cafÃƒÂ©.</p>'],
  ['C1 references', '<p>It&#146;s &#147;here&#148; &#150; now.</p>'],
  ['invisible characters', '<p>One\u200b two\u2060three ex\u00adam\u00adple.</p><p>می\u200cخواهم بروم.</p>'],
  [
    'remnants of code',
    '<p>One.</p>\n(adsbygoogle = window.adsbygoogle || []).push({});\n.post p{margin-bottom:20px;font-size:16px}\n<p>Two.</p>',
  ],
  [
    'scripts and styles',
    '<style>p{color:red}</style><p>One.</p><script>var a = "<p>x</p>";</script><noscript><img src="https://a.test/x.gif"></noscript><p>Two.</p>',
  ],
  [
    'comments',
    '<!-- one --><p>One.<!-- two --></p><!--[if gte mso 9]><xml>three</xml><![endif]--><p>Two.</p>',
  ],
  [
    'shortcodes',
    '[vc_row][vc_column width=”1/2″]<p>Text.</p>[/vc_column][/vc_row][gallery ids="12,13"]<p>More.</p>',
  ],
  [
    'Office markup',
    '<p class="MsoNormal">One<o:p></o:p></p><p class="MsoListParagraph"><span style="mso-list:Ignore">·<span>   </span></span>item</p>',
  ],
  [
    'Markdown in HTML',
    '## What comes next\n<p>**Night buses:** see [the plan](https://example.com/plan).</p>',
  ],
  [
    'lines',
    'A Title of Things\n\nFirst paragraph of the text, which is long enough.\nSecond line.\n\n- one\n- two\n  - deep\n\n1. first\n2. second',
  ],
  ['breaks', '<p>One.<br><br>Two,<br>still two.</p><div>a<br>b</div><p>• a<br>• b</p>'],
  ['soup of div', '<div><div>One.<div>Two.</div></div>Three.<span>Four.</span></div>'],
  [
    'tables of pipes',
    '| Year | Sum |\n|---|---|\n| 2008 | 4 |\n| 2009 | 5 |\n\nAfter the table, text goes on.',
  ],
  ['tables of tabs', 'Year\tSum\n2008\t4\n2009\t5\n'],
  [
    'broken tables',
    '<table><tbody><tr>2008</td><td>4</td></tr><tr><td>2009</td><td>5</td></tr></tbody></table> What follows. |',
  ],
  ['text in tables', '<table>Loose<tr><td>a</td>b</tr>c<p>d</p></table>e'],
  ['lists', '<ul><li>One</li>loose<li>Two<ul><li>Deep</li></ul></ul><li>Three</li><p>Next.</p><li>a</li>'],
  [
    'glued headings',
    '<p>What the Harbour Master Told the CouncilThe plan was not ready, and nobody knew when it would be.</p>',
  ],
  [
    'duplicates',
    '<ul><li>Partner groups support the youth education programs.</li></ul><p>Between.</p><ul><li>Partner groups support the youth education programs.</li></ul>',
  ],
  ['filler', '<p>One.</p><p>. . . . . . . . . . $ $ $ $ $ $ $ $</p><p>* * *</p><p>Two.</p>'],
  ['boilerplate', '<p>One.</p><p>Share this article</p><p>© 2025 All rights reserved.</p><p>Two.</p>'],
  ['spaced punctuation', '<p>Trade , borders , and values . Russia ’ s view</p>'],
  [
    'a page',
    '<!doctype html><html lang="en"><head><title>Rain | The Daily</title><meta name="author" content="Ann Lee"><style>p{}</style></head><body><nav><a href="/a">Home</a></nav><article><h1>Rain</h1><p>It rained all day, and nobody in the town was surprised by it at all.</p><aside>Sponsored by someone</aside></article><footer>Contact us</footer><script>x()</script></body></html>',
  ],
  [
    'embeds',
    '<p>One <img src="https://a.test/a.png" alt="An image"> two.</p><iframe src="https://a.test/v">fallback</iframe><video><source src="https://a.test/v.mp4">Your browser shows no film.</video><figure><img src="https://a.test/b.png"><figcaption>A caption</figcaption></figure>',
  ],
  [
    'embeds without an address',
    '<p>One.</p><img alt="no address"><iframe></iframe><object>words in an object</object><audio>words in audio</audio>',
  ],
  [
    'forms',
    '<p>One.</p><form><label>Name</label><input value="x"><textarea>typed</textarea><select><option>choice</option></select><button>Send</button></form>',
  ],
  [
    'links',
    '<p><a href="javascript:alert(1)">unsafe</a> <a href="/rel">relative</a> <a name="x">anchor</a> <a href="https://a.test/">sound</a></p>',
  ],
  ['Han', '<p>微门禁用户手册。</p><p>第二段<b>粗体</b>文字。</p>'],
  ['right to left', '<p dir="rtl">این یک متن است.</p><ul><li>יום ראשון</li></ul>'],
  ['cut off', '<p>One.</p><p>Two <b>thr'],
  ['unclosed', '<p>One <b>two <i>three</p><p>four</i> five</b><ul><li>a<li>b'],
  ['quotations', '<blockquote><p>One.</p><p>Two.</p></blockquote><p><q>Quoted</q> text.</p>'],
  ['raw text', '<p>One.</p><textarea><p>Two.</p></textarea><xmp><b>three</b></xmp><title>four</title>'],
  ['definitions', '<dl><dt>Term</dt><dd>What it means</dd><dt>Two</dt><dd><p>a</p><p>b</p></dd></dl>'],
  [
    'spans of cells',
    '<table><caption>Sums</caption><tr><th colspan="2">Both</th></tr><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
  ],
  [
    'blocks in cells',
    '<table><tr><td><ul><li>a</li><li>b</li></ul></td><td><p>c</p><p>d</p><table><tr><td>e</td><td>f</td></tr></table></td></tr><tr><td>g</td><td>h</td></tr></table>',
  ],
  ['preformatted', '<pre>\n  a &lt; b\n\tc\n</pre><pre><code class="language-js">x()\n</code></pre>'],
  [
    'control characters',
    '<p>One\u0001 two three. And then a long text goes on, as articles do, for more than a few words.</p>',
  ],
]

/** Sound input: nothing here is for a repair to touch. */
export const clean: readonly [kind: string, body: string][] = [
  [
    'prose',
    '<h1>Rain</h1>\n<p>It rained all day, and “nobody” minded.</p>\n<h2>What came after</h2>\n<p>Sun &amp; wind.</p>',
  ],
  [
    'lists',
    '<p>Things:</p>\n<ul>\n<li><strong>Lead:</strong> one</li>\n<li>two\n<ul><li>deep</li></ul></li>\n</ul>\n<ol><li>first</li><li>second</li></ol>',
  ],
  [
    'tables',
    '<table><caption>Sums</caption><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  [
    'marks',
    '<p>A <em>b</em> <strong>c</strong> <code>d &lt; e</code> <s>f</s> <u>g</u> x<sub>2</sub> y<sup>3</sup> <a href="https://a.test/" title="t">h</a></p>',
  ],
  ['quotations', '<blockquote><p>One.</p><p>Two.</p></blockquote>'],
  ['code', '<pre><code class="language-js">if (a &lt; b) {\n  c()\n}</code></pre>'],
  [
    'figures',
    '<figure><img src="https://a.test/a.png" alt="An image"><figcaption>A caption</figcaption></figure><hr>',
  ],
  [
    'credits',
    '<figure><img src="https://a.test/a.png"><figcaption>The quay. <span class="credit">Ann Lee</span></figcaption></figure>',
  ],
  [
    'text about markup',
    '<p>The <code>&lt;p&gt;</code> element, and &lt;b&gt; too. x = a[i] &gt; 0; R&amp;D.</p>',
  ],
  ['French', '<p>Il a dit : « Oui ! » ; l’été, 3,5 % … fin.</p>'],
  ['Persian', '<p>می\u200cخواهم بروم.</p><p>کتاب\u200cها خوب هستند.</p>'],
  ['Han', '<p>微门禁 用户手册的第一段。</p><p>第二段。</p>'],
  ['a pause', '<p>One.</p><p>* * *</p><p>And then . . . nothing.</p>'],
]
