/**
 * Wording of pages without an article, by kind and language, as common server software writes it. Lower case, straight
 * apostrophes.
 */

export interface PageKind {
  /** Completes “the page is …”, for an operator. */
  name: string
  advice: string
  /** The whole title or the whole text, without the site’s name after a bar or dash. */
  titles: ReadonlySet<string>
  /** Occurs anywhere in the title or the text. */
  phrases: readonly string[]
}

const set = (lines: string): ReadonlySet<string> =>
  new Set(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
const list = (lines: string): string[] => [...set(lines)]

/** All kinds, in the order in which they are tried. */
export const PAGE_KINDS: readonly PageKind[] = [
  {
    name: 'a challenge to browsers, not an article',
    advice: 'Fetch it again slower, or as the site allows',
    titles: set(`
      just a moment...
      just a moment…
      nur einen moment...
      nur einen moment…
      un momento...
      un momento…
      un instant...
      un instant…
      attention required!
      pardon our interruption
      are you a robot?
      robot or human?
      robot check
      security check
      human verification
      verify you are human
      access to this page has been denied
      you have been blocked
      sorry, you have been blocked
      ddos-guard
    `),
    phrases: list(`
      checking your browser before accessing
      checking if the site connection is secure
      needs to review the security of your connection
      muss die sicherheit ihrer verbindung überprüfen
      doit vérifier la sécurité de votre connexion
      necesita revisar la seguridad de tu conexión
      precisa verificar a segurança da sua conexão
      deve verificare la sicurezza della connessione
      enable javascript and cookies to continue
      please enable js and disable any ad blocker
      verify you are human
      verifying you are human
      verify that you are not a robot
      confirm you are not a robot
      confirm you are a human
      confirm that you are human
      überprüfung, ob sie ein mensch sind
      complete the captcha
      complete the security check to access
      unusual traffic from your computer network
      using a security service to protect itself from online attacks
      performance & security by cloudflare
      incapsula incident id
    `),
  },
  {
    name: 'an error page, not an article',
    advice: 'Check the address, and fetch it again',
    titles: set(`
      access denied
      accessdenied
      forbidden
      not found
      page not found
      page can't be found
      oops! that page can't be found
      oops! that page can't be found.
      gone
      too many requests
      internal server error
      server error
      bad gateway
      service unavailable
      gateway time-out
      gateway timeout
      moved permanently
      301 moved permanently
      302 found
      redirecting
      redirecting...
      redirecting…
      under maintenance
      maintenance mode
      we'll be back soon
      we'll be back soon!
      seite nicht gefunden
      seite nicht verfügbar
      page introuvable
      page non trouvée
      página no encontrada
      pagina non trovata
      página não encontrada
      pagina niet gevonden
      nie znaleziono strony
      strona nie została znaleziona
      sidan hittades inte
      sidan kunde inte hittas
      siden blev ikke fundet
      siden ble ikke funnet
      sivua ei löydy
      stránka nenalezena
      az oldal nem található
      pagina nu a fost găsită
      страница не найдена
      сторінку не знайдено
      η σελίδα δεν βρέθηκε
      sayfa bulunamadı
      halaman tidak ditemukan
      không tìm thấy trang
      ページが見つかりません
      ページが見つかりませんでした
      页面未找到
      找不到页面
      找不到網頁
      페이지를 찾을 수 없습니다
      الصفحة غير موجودة
      لم يتم العثور على الصفحة
      הדף לא נמצא
    `),
    phrases: list(`
      accessdenied
      you don't have permission to access
      you do not have permission to view this directory or page
      was not found on this server
      the page you are looking for could not be found
      the page you are looking for doesn't exist
      the page you are looking for does not exist
      the page you are looking for might have been removed
      the page you requested could not be found
      it looks like nothing was found at this location
      the server is temporarily unable to service your request
      the document has moved here
      access cannot be granted at this time
      we're performing some maintenance
      die von ihnen aufgerufene seite existiert
      die angeforderte seite konnte nicht gefunden werden
      die gesuchte seite wurde nicht gefunden
      la page que vous recherchez n'existe
      la page demandée est introuvable
      la página que buscas no existe
      la página solicitada no existe
      la pagina che stai cercando non esiste
      la pagina richiesta non è stata trovata
      a página que você procura não existe
      a página que procura não existe
      de pagina die je zoekt bestaat niet
      de opgevraagde pagina kon niet worden gevonden
      strona, której szukasz, nie istnieje
      sidan du söker finns inte
      запрашиваемая страница не найдена
      aradığınız sayfa bulunamadı
      お探しのページは見つかりませんでした
      您访问的页面不存在
    `),
  },
  {
    name: 'a login or a paywall, not an article',
    advice: 'Fetch it with access to what is behind it',
    titles: set(`
      log in
      login
      sign in
      subscribe to continue
      subscribe to continue reading
      subscribe to read
      anmelden
      einloggen
      connexion
      se connecter
      iniciar sesión
      inicia sesión
      iniciar sessão
      accedi
      inloggen
      zaloguj się
      logga in
      войти
      вход
      giriş yap
      ログイン
      登录
      로그인
      تسجيل الدخول
    `),
    phrases: list(`
      you must be logged in to view this
      please log in to continue
      sign in to continue reading
      subscribe to continue reading
    `),
  },
  {
    name: 'a question about cookies, not an article',
    advice: 'Fetch it with consent given, or from an address that asks for none',
    titles: set(`
      we value your privacy
      we care about your privacy
      your privacy choices
      before you continue
      wir schätzen ihre privatsphäre
      ihre privatsphäre ist uns wichtig
      nous respectons votre vie privée
      votre vie privée nous importe
      valoramos tu privacidad
      tu privacidad nos importa
      valoriamo la tua privacy
      a sua privacidade é importante
      wij waarderen uw privacy
      cenimy twoją prywatność
    `),
    phrases: list(`
      we and our partners store and/or access information on a device
      wir und unsere partner verwenden cookies
      nous et nos partenaires stockons
      nosotros y nuestros socios almacenamos
      noi e i nostri partner archiviamo
    `),
  },
  {
    name: 'a frame that a program fills, not an article',
    advice: 'Fetch it with a browser that runs scripts, or from a feed',
    titles: set(`
      loading
      loading...
      loading…
      please wait...
      please wait…
      wird geladen...
      wird geladen…
      chargement...
      chargement…
      cargando...
      cargando…
      caricamento...
      caricamento…
      загрузка...
      загрузка…
      javascript is disabled
      javascript is not available.
      javascript required
    `),
    phrases: list(`
      enable javascript to run this app
      enable javascript to view this
      enable javascript to continue
      enable javascript or switch to a supported browser
      work properly without javascript enabled
      this site requires javascript
      this page requires javascript
      bitte aktivieren sie javascript
      veuillez activer javascript
      habilita javascript para
      habilite javascript para
      activa javascript para
      abilita javascript per
      включите javascript
      javascriptを有効に
      请启用javascript
      请启用 javascript
    `),
  },
  {
    name: 'what a program writes for nothing, not an article',
    advice: 'Mend what made the scrape',
    titles: set(`
      undefined
      null
      nil
      none
      nan
      true
      false
      [object object]
    `),
    phrases: [],
  },
]

/** Lines around an article; a page with nothing else has no article. */
export const FURNITURE_LINES: ReadonlySet<string> = set(`
  accept
  accept all
  accept all cookies
  reject all
  manage options
  manage preferences
  more options
  privacy policy
  cookie policy
  imprint
  alle akzeptieren
  alle ablehnen
  akzeptieren
  einstellungen
  datenschutz
  datenschutzerklärung
  impressum
  datenschutzerklärung | impressum
  tout accepter
  tout refuser
  accepter
  paramétrer
  mentions légales
  aceptar todo
  aceptar
  rechazar todo
  accetta tutto
  rifiuta tutto
  aceitar tudo
  alles accepteren
  alles weigeren
`)
