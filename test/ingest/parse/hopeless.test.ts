/** Any input without an article is refused with a reason; a short article is accepted. */
import {describe, expect, it} from 'vitest'
import {InputError, type InputErrorCode} from '../../../ingest/parse/errors.ts'
import {parseScrape} from '../../../ingest/parse/parse.ts'
import type {ParseResult} from '../../../ingest/parse/types.ts'

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`

/** As their makers word them, in many languages. */
const HOPELESS: Readonly<Record<string, string>> = {
  cf: page(
    'Just a moment...',
    '<div class="main-wrapper"><h1 class="zone-name-title h1">www.example.com</h1><h2 class="h2" id="challenge-running">Checking if the site connection is secure</h2><noscript><div id="challenge-error-title">Enable JavaScript and cookies to continue</div></noscript><div id="challenge-body-text">www.example.com needs to review the security of your connection before proceeding.</div></div><div class="footer"><div>Ray ID: <code>7d1a2b3c4d5e6f70</code></div><div>Performance &amp; security by Cloudflare</div></div>',
  ),
  cfde: page(
    'Nur einen Moment…',
    '<h1>www.example.de</h1><p>Überprüfung, ob Sie ein Mensch sind. Dies kann einige Sekunden dauern.</p><p>www.example.de muss die Sicherheit Ihrer Verbindung überprüfen, bevor Sie fortfahren können.</p>',
  ),
  cfblocked: page(
    'Attention Required! | Cloudflare',
    '<h1>Sorry, you have been blocked</h1><h2>You are unable to access example.com</h2><h2>Why have I been blocked?</h2><p>This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution. There are several actions that could trigger this block including submitting a certain word or phrase, a SQL command or malformed data.</p><h2>What can I do to resolve this?</h2><p>You can email the site owner to let them know you were blocked. Please include what you were doing when this page came up and the Cloudflare Ray ID found at the bottom of this page.</p>',
  ),
  px: page(
    'Access to this page has been denied',
    '<div><h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><p>Reference ID 1234-abcd</p></div>',
  ),
  datadome: page('example.com', '<p>Please enable JS and disable any ad blocker</p>'),
  imperva: page('', '<p>Request unsuccessful. Incapsula incident ID: 123000450000-12345</p>'),
  akamai: page(
    'Access Denied',
    '<h1>Access Denied</h1><p>You don\'t have permission to access "http://www.example.com/news" on this server.</p><p>Reference #18.2d351ab8.1557333295.a4e16ab</p>',
  ),
  cookie: page(
    'The Example Times',
    '<div><h2>We value your privacy</h2><p>We and our partners store and/or access information on a device, such as cookies and process personal data, such as unique identifiers. With your permission we may use precise geolocation data. Click accept to consent to the processing described above.</p><button>Accept all</button><button>Manage options</button></div>',
  ),
  cookiede: page(
    'Beispiel',
    '<h1>Willkommen</h1><p>Wir und unsere Partner verwenden Cookies, um Inhalte und Anzeigen zu personalisieren. Bitte stimmen Sie der Nutzung von Cookies zu.</p><p>Alle akzeptieren</p><p>Datenschutzerklärung | Impressum</p>',
  ),
  cookieonly:
    '<p>We use cookies to improve your experience. By continuing to browse you accept our cookie policy.</p><p>Accept all cookies</p>',
  login: page(
    'Log in | Example',
    '<h1>Log in</h1><form><label>Email</label><input><label>Password</label><input type=password><button>Log in</button><a href=/forgot>Forgot your password?</a></form>',
  ),
  loginfr: page(
    'Connexion - Le Journal',
    '<h1>Connexion</h1><p>Identifiant ou adresse e-mail</p><p>Mot de passe oublié ?</p>',
  ),
  subscribe: page(
    'Subscribe to continue',
    '<h1>Subscribe to continue reading</h1><p>Already a subscriber? Sign in</p>',
  ),
  js: page(
    'React App',
    '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>',
  ),
  js2: page(
    'Example News',
    "<noscript><strong>We're sorry but example doesn't work properly without JavaScript enabled. Please enable it to continue.</strong></noscript><div id=app></div>",
  ),
  js3: page(
    'Example',
    '<p>JavaScript is not available. We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser to continue using x.com.</p><p>Something went wrong, but don’t fret — let’s give it another shot.</p>',
  ),
  js4: page('Example', '<p>Please enable JavaScript to view this page.</p>'),
  jsde: page('Beispiel', '<p>Bitte aktivieren Sie JavaScript in Ihrem Browser, um diese Seite zu sehen.</p>'),
  n404en: page(
    'Page not found | Example',
    '<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>',
  ),
  n404en2: page(
    'Example',
    '<h1>404</h1><h2>Page Not Found</h2><p>The page you are looking for might have been removed, had its name changed, or is temporarily unavailable.</p>',
  ),
  n404de: page(
    'Seite nicht gefunden - Beispiel',
    '<h1>Seite nicht gefunden</h1><p>Die von Ihnen aufgerufene Seite existiert leider nicht.</p>',
  ),
  n404de2: page('Beispiel', '<h1>Fehler 404</h1><p>Die angeforderte Seite konnte nicht gefunden werden.</p>'),
  n404fr: page(
    'Page non trouvée',
    '<h1>Page non trouvée</h1><p>La page que vous recherchez n’existe pas.</p>',
  ),
  n404es: page('Página no encontrada', '<h1>Error 404</h1><p>La página que buscas no existe.</p>'),
  n404it: page('Pagina non trovata', '<p>La pagina che stai cercando non esiste.</p>'),
  n404pt: page('Página não encontrada', '<p>A página que você procura não existe.</p>'),
  n404nl: page('Pagina niet gevonden', '<p>De pagina die je zoekt bestaat niet (meer).</p>'),
  n404ru: page('Страница не найдена', '<h1>404</h1><p>Запрашиваемая страница не найдена.</p>'),
  n404pl: page('Nie znaleziono strony', '<p>Strona, której szukasz, nie istnieje.</p>'),
  n404ja: page('ページが見つかりません', '<p>お探しのページは見つかりませんでした。</p>'),
  n404zh: page('404 页面未找到', '<p>抱歉，您访问的页面不存在。</p>'),
  n404ar: page('الصفحة غير موجودة', '<p>عذرا، الصفحة التي تبحث عنها غير موجودة.</p>'),
  n404tr: page('Sayfa bulunamadı', '<p>Aradığınız sayfa bulunamadı.</p>'),
  n404sv: page('Sidan kunde inte hittas', '<p>Sidan du söker finns inte.</p>'),
  nginx:
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0 (Ubuntu)</center>\r\n</body>\r\n</html>',
  iis: page(
    '403 - Forbidden: Access is denied.',
    '<h1>Server Error</h1><h2>403 - Forbidden: Access is denied.</h2><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3>',
  ),
  apache:
    '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL /x was not found on this server.</p><hr><address>Apache/2.4.41 (Ubuntu) Server at example.com Port 80</address></body></html>',
  ratelimit: page(
    '429 Too Many Requests',
    '<h1>Too Many Requests</h1><p>You have sent too many requests in a given amount of time.</p>',
  ),
  maint: page(
    'Maintenance',
    '<h1>We’ll be back soon!</h1><p>Sorry for the inconvenience but we’re performing some maintenance at the moment.</p>',
  ),
  s3: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>ABC123</RequestId></Error>',
  jsonerr: '{"error":"Not Found","status":404}',
  moved:
    '<html><head><title>301 Moved Permanently</title></head><body><h1>Moved Permanently</h1><p>The document has moved <a href="https://e.com/">here</a>.</p></body></html>',
  redirect:
    '<html><head><meta http-equiv="refresh" content="0;url=https://e.com/"></head><body><p>Redirecting…</p></body></html>',
  geo: page(
    '451',
    '<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time.</p>',
  ),
  ws: '  \n\t ',
  nbsp: '&nbsp;&nbsp;\u00a0',
  nbspraw: '\u00a0\u00a0',
  bom: '\ufeff',
  zw: '\u200b\u200b\u2060',
  tags: '<p></p>',
  tag: '<div>',
  html: '<html><body></body></html>',
  cut: '<!doctype html><html><head><meta char',
  cut2: '<p',
  cut3: '&nbs',
  undef: 'undefined',
  obj: '[object Object]',
  nul: 'null',
  nan: 'NaN',
  none: 'None',
  pundef: '<p>undefined</p>',
  pobj: '<div><p>[object Object]</p></div>',
  brackets: '[]',
  braces: '{}',
  quotes: '""',
  dots: '...',
  comment: '<!-- x -->',
  script: '<script>var a=1</script>',
  style: '<style>p{}</style>',
  lorem0: '<p>.</p>',
  loading: '<p>Loading...</p>',
  loading2: page('App', '<div id=root>Loading…</div>'),
  boiler: '<p>Share this article</p><p>Follow us on Facebook</p><p>© 2025 All rights reserved.</p>',
}

const BYTES: Readonly<Record<string, Buffer>> = {
  pdf: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n', 'latin1'),
  jpeg: Buffer.concat([Buffer.from([255, 216, 255, 224, 0, 16, 74, 70, 73, 70, 0]), Buffer.alloc(200, 7)]),
  zip: Buffer.concat([Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'), Buffer.alloc(100, 200)]),
  gzip: Buffer.concat([Buffer.from([31, 139, 8, 0, 0, 0, 0, 0]), Buffer.alloc(50, 99)]),
  png: Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), Buffer.alloc(50, 0)]),
  webp: Buffer.concat([Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ', 'latin1'), Buffer.alloc(50, 0)]),
  woff: Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(50, 1)]),
  mp4: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(50, 0)]),
  docx: Buffer.concat([
    Buffer.from('PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00word/document.xml', 'latin1'),
  ]),
  zeros: Buffer.alloc(64),
  rtf: Buffer.from('{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Arial;}}\\f0\\fs24 The ferry is late.}'),
  brotli: Buffer.from(Array.from({length: 300}, (_, i) => (i * 7919 + 13 * i * i) % 256)),
  bomutf16: Buffer.from([0xff, 0xfe]),
  empty: Buffer.alloc(0),
}

const ARTICLES: Readonly<Record<string, string | Buffer>> = {
  flash: page(
    'Ferry late',
    '<h1>Ferry late</h1><p>The ferry to the island is an hour late. Passengers may use the bus.</p>',
  ),
  flash2: '<p>The ferry is late. Nobody knows why.</p>',
  one: '<p>The ferry is late.</p>',
  plain: 'Ferry late\n\nThe ferry to the island is an hour late.',
  about404: page(
    'The story of the 404 page',
    '<p>The error was named after a room that never was. We asked the people who were there.</p>',
  ),
  login: page(
    'Login fails for thousands',
    '<p>Thousands of customers could not log in on Monday. The bank says that it works again.</p>',
  ),
  cookies: page('Cookies for winter', '<p>We bake cookies at the weekend. Here is how.</p>'),
  js: page(
    'JavaScript turns thirty',
    '<p>The language was made in ten days. You need to enable JavaScript to see half of the web.</p>',
  ),
  han: '<p>渡轮晚点一小时。</p>',
  nulls: '<p>The answer was null. Nobody had asked.</p>',
  imgs: '<figure><img src="https://a.test/a.png"><figcaption>The quay at dawn</figcaption></figure>',
  denied: page(
    'Access denied to the old pier',
    '<p>The council closed the pier on Monday. It opens again in May.</p>',
  ),
  maint: page(
    'Bridge closed for maintenance',
    '<p>The bridge is closed on Sunday. The bus goes by the old road.</p>',
  ),
  utf16: Buffer.from('<p>The ferry is late, says the harbour master.</p>', 'utf16le'),
  wrong: Buffer.from('<meta charset="iso-8859-1"><p>Der Käfer läuft über die Straße, sagt der Müller.</p>'),
  latin: Buffer.from(
    '<meta charset="utf-8"><p>Der K\xe4fer l\xe4uft \xfcber die Stra\xdfe, sagt der M\xfcller.</p>',
    'latin1',
  ),
  unknown: Buffer.from('<meta charset="klingon"><p>Der Käfer läuft über die Straße.</p>'),
  broken: Buffer.concat([
    Buffer.from('<meta charset=shift_jis><p>The ferry '),
    Buffer.from([0x81, 0xff, 0xfe, 0xfd]),
    Buffer.from(' is late today, and nobody knows.</p>'),
  ]),
}

function parse(body: string | Buffer): ParseResult {
  return typeof body === 'string'
    ? parseScrape({bytes: Buffer.from(body), origin: 'scrape', contentType: 'text/html; charset=utf-8'})
    : parseScrape({bytes: body, origin: 'scrape'})
}

function refusal(body: string | Buffer): InputError | undefined {
  try {
    parse(body)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  return undefined
}

describe('refused with a reason', () => {
  it.each(Object.entries(HOPELESS))('%s', (_, body) => {
    const error = refusal(body)
    expect<InputErrorCode[]>(['no-article', 'empty']).toContain(error?.code)
    // It names the input, and says what to do next.
    expect(error?.message).toMatch(/^scrape .+\. \p{Lu}.+\.$/u)
  })
  it.each(Object.entries(BYTES))('%s', (_, bytes) => {
    expect<InputErrorCode[]>(['binary', 'empty']).toContain(refusal(bytes)?.code)
  })
})

describe('an article, however short or oddly encoded', () => {
  it.each(Object.entries(ARTICLES))('%s', (_, body) => {
    expect(parse(body).article.body.length).toBeGreaterThan(0)
  })
})

describe('character sets', () => {
  it.each([
    [
      'UTF-16 without a mark',
      ARTICLES.utf16,
      'The ferry is late, says the harbour master.',
      'charset-guessed',
    ],
    ['a wrong label', ARTICLES.wrong, 'Der Käfer läuft über die Straße, sagt der Müller.', 'charset-guessed'],
    [
      'a label of UTF-8 on Latin-1',
      ARTICLES.latin,
      'Der Käfer läuft über die Straße, sagt der Müller.',
      'charset-guessed',
    ],
    ['a label that names nothing', ARTICLES.unknown, 'Der Käfer läuft über die Straße.', 'charset-guessed'],
    ['bytes that do not fit', ARTICLES.broken, 'is late today, and nobody knows.', 'charset-fallback'],
  ])('%s: read all the same, with a finding', (_, body = '', text, code) => {
    const {article, findings} = parse(body)
    expect(JSON.stringify(article.body)).toContain(text)
    expect(findings.map((finding) => finding.code)).toContain(code)
  })
})
