/**
 * Lines of sites in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish and Russian, as the
 * translations of publishing systems word them. Each pattern matches a whole line.
 */

import type {BoilerplateKind} from './boilerplate-kind.ts'

/** All patterns, in the order in which they are tried. */
export const TRANSLATED: readonly BoilerplateKind[] = [
  {
    name: 'first appeared on',
    limit: 300,
    openings: [
      {
        pattern:
          /^(?:(?:der|dieser) (?:beitrag|artikel|text|post) .{0,180}(?:erschien zuerst|ist zuerst|wurde zuerst)|(?:l[’']article|cet article|le (?:post|billet)) .{0,180}(?:est )?(?:apparu|paru|publié) en premier|(?:la (?:entrada|publicación)|el (?:post|artículo)|este artículo) .{0,180}(?:apareció|aparece|se publicó) primero en|(?:o (?:post|artigo)|a publicação) .{0,180}(?:apareceu|aparece) primeiro (?:em|no|na)|l[’']articolo .{1,180}(?:proviene da|sembra essere il primo su|è apparso (?:per la prima volta|prima) su)|het (?:bericht|artikel) .{1,180}verscheen (?:het )?eerst op|(?:artykuł|wpis|post) .{1,180}pochodzi z serwisu|inlägget .{1,180}dök först upp på|(?:запись|статья|сообщение) .{1,180}(?:впервые|сначала) появил(?:ась|ось|ись)(?: на)?) (?=.{2})/iu,
        rest: 80,
      },
    ],
  },
  {
    name: 'share line',
    limit: 60,
    pattern:
      /^(?:teilen(?: mit| auf .{1,30}| über .{1,30})?|partager(?: ceci| avec)?|compart(?:e|ir|ilhar|ilhe)(?: (?:isto|esto|em|en|no|con))?(?: .{1,20})?|condividi(?: su| con)?(?: .{1,20})?|del(?:en|a)(?: (?:met|via|op|på))?(?: .{1,20})?|udostępnij(?: .{1,20})?|поделиться(?: .{1,20})?)\s?[:!]$/iu,
  },
  {
    name: 'newsletter',
    limit: 200,
    pattern:
      /^(?:(?:jetzt )?abonnieren sie .{0,60}newsletter.{0,60}|(?:melden sie sich|melde dich) .{0,60}newsletter.{0,40}|(?:iscriviti|registrati) .{0,40}newsletter.{0,60}|(?:assine|inscreva-se|subscreva) .{0,40}(?:newsletter|boletim).{0,60}|(?:meld je aan|schrijf je in) .{0,40}nieuwsbrief.{0,60}|zapisz się .{0,30}newslettera?.{0,60}|подпи(?:шитесь|шись|сывайтесь) на (?:наш|нашу|рассылк|канал).{0,80})$/iu,
  },
  {
    name: 'cookie notice',
    limit: 400,
    signs: ['cookie'],
    openings: [
      {
        pattern:
          /^(?:diese (?:web)?(?:seite|site)|ce site|este (?:sitio|site)|questo sito|deze (?:web)?site|ta strona|wir|nous|(?:этот|наш) сайт|мы) .{0,20}(?:verwende[tn]|benutz(?:t|en)|nutz(?:t|en)|u(?:tili(?:s(?:e|ons)|zz?a)|sa|żywa)|gebruikt|использу(?:ет|ем)) .{0,20}cookies?(?=$|[\s.,])/iu,
        rest: 300,
      },
    ],
  },
  {
    name: 'copyright',
    limit: 200,
    signs: ['diritti', 'direito', 'rechten', 'prawa', 'rättigheter', 'права'],
    pattern:
      /^(?:.{0,60}(?:tutti i diritti (?:sono )?riservati|todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone|alla rättigheter förbehållna|все права защищены)).{0,80}$/iu,
  },
  {
    name: 'related',
    limit: 70,
    pattern:
      /^(?:(?:ähnliche|verwandte|weitere) (?:beiträge|artikel|themen)|articles? (?:similaires|liés|connexes)|entradas relacionadas|(?:articoli|post) correlati|artigos relacionados|posts? relacionad[ao]s|gerelateerde (?:berichten|artikelen)|powiązane (?:artykuły|wpisy)|relaterade (?:artiklar|inlägg)|(?:похожие|связанные) (?:записи|статьи|материалы))\s?[:»>]?$/iu,
  },
  {
    name: 'link to another article',
    limit: 200,
    pattern:
      /^(?:leggi anche|lees ook|leia (?:também|mais)|czytaj (?:też|także|również)|läs också|читайте также|auch interessant|lesetipp|weiterlesen)\s?[:|»>–—-]\s?\S.{0,180}$/iu,
  },
]
