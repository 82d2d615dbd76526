/** Words that introduce authors and dates on a page, in many languages. */

/** Words that introduce only authors, in lower case, in any language. */
export const WRITTEN_BY: readonly string[] = [
  ...[
    'written by',
    'posted by',
    'published by',
    'words by',
    'story by',
    'text by',
    'report by',
    'article by',
    'recipe by',
    'authored by',
    'submitted by',
    'contributed by',
    'created by',
    'compiled by',
    'reported by',
    'reporting by',
    'story and photos by',
    'story & photos by',
    'text and photos by',
    'text & photos by',
    'words and photos by',
    'words & photos by',
    'words and pictures by',
    'by',
  ],
  ...[
    'ein artikel von',
    'ein gastbeitrag von',
    'ein kommentar von',
    'eine analyse von',
    'geschrieben von',
    'verfasst von',
  ],
  ...[
    'geschreven door',
    'skrevet av',
    'skrevet af',
    'skriven av',
    'publisert av',
    'publicerad av',
    'kirjoittanut',
  ],
  ...['publié par', 'rédigé par', 'écrit par', 'escrito por', 'publicado por', 'redactado por', 'escrit per'],
  ...['scritto da', 'pubblicato da', 'a cura di', 'scris de', 'publicat de'],
  ...[
    'napisał',
    'napisała',
    'napsal',
    'napsala',
    'написал',
    'написала',
    'írta',
    'γράφει ο',
    'γράφει η',
    'yazan',
    'haberi yazan',
  ],
  ...['بقلم', 'كتب', 'מאת', 'oleh'],
]

/**
 * Prepositions that introduce an author in one language; in others they are part of names (`Per Olsson`, `Von Braun`).
 */
export const PREPOSITIONS: Readonly<Record<string, string>> = {
  ca: 'per',
  cs: 'od',
  da: 'af',
  de: 'von',
  es: 'por',
  fr: 'par',
  it: 'di',
  nb: 'av',
  nl: 'door',
  nn: 'av',
  no: 'av',
  pt: 'por',
  ro: 'de',
  sk: 'od',
  sv: 'av',
}

/** Labels before an author’s name. They count with a colon, or at the beginning of an author element. */
export const AUTHOR_LABELS: readonly string[] = [
  ...[
    'author',
    'authors',
    'author(s)',
    'words',
    'words and photos',
    'text and photos',
    'story',
    'report',
    'reporting',
    'texte',
    'textes',
    'texto',
    'testo',
    'autor',
    'autorin',
    'autoren',
    'auteur',
    'auteurs',
    'autora',
    'autores',
    'autore',
    'autori',
  ],
  ...[
    'autorzy',
    'autoři',
    'text',
    'tekst',
    'teksti',
    'kirjoittaja',
    'szerző',
    'yazar',
    'автор',
    'авторы',
    'автори',
    'текст',
  ],
  ...['text und fotos', 'texte et photos', 'texto y fotos'],
  ...['作者', '記者', '记者', '撰文', '文', '著者', '執筆', '投稿者', 'نویسنده', 'लेखक', 'penulis', 'tác giả'],
]

/** Verbs before “by” that credit someone other than the author. */
export const OTHER_PEOPLE: readonly string[] = [
  ...[
    'updated',
    'reviewed',
    'edited',
    'editing',
    'additional reporting',
    'fact checked',
    'fact-checked',
    'photo',
    'photos',
    'photography',
    'photographs',
    'translated',
  ],
  ...[
    'video',
    'illustration',
    'illustrations',
    'medically reviewed',
    'produced',
    'curated',
    'foto',
    'fotos',
    'übersetzt',
  ],
]

/** Labels with a colon that credit someone other than the author: “Photos: Jo Berg”. */
export const OTHER_LABELS: readonly string[] =
  'photo photos photography photographs photographer pictures images illustration illustrations illustrator video camera editor editing translation fotos foto fotografie fotograf bild bilder illustrationen photographies crédits fotografía fotografías ilustración immagini 写真 撮影 摄影 攝影 图 圖 사진 фото'.split(
    ' ',
  )

/** Words for what an author does, alone or after “staff”, “senior” and the like. */
export const ROLES: ReadonlySet<string> = new Set(
  'writer reporter editor correspondent columnist journalist contributor producer photographer analyst freelancer blogger editor-in-chief critic intern redakteur redakteurin reporterin journalistin korrespondent korrespondentin autorin volontär volontärin chefredakteur chefredakteurin journaliste rédacteur rédactrice correspondant correspondante chroniqueur chroniqueuse reportero reportera periodista redactor redactora corresponsal editora columnista giornalista redattore redattrice corrispondente inviato jornalista repórter redator redatora verslaggever redacteur correspondente dziennikarz dziennikarka redaktor redaktorka журналист корреспондент редактор 記者 记者 編集者 编辑 기자'.split(
    ' ',
  ),
)

/** Beginnings of words before a date that is not the date of publication. */
export const UPDATED = [
  'updat',
  'modif',
  'last ',
  'revis',
  'review',
  'edit',
  'aktualis',
  'geändert',
  'stand:',
  'bijgewerkt',
  'gewijzigd',
  'mis à jour',
  'mise à jour',
  'actualiz',
  'atualiz',
  'aggiorn',
  'oppdater',
  'opdater',
  'uppdater',
  'zaktualiz',
  'обновл',
  'оновл',
  'изменен',
  'frissít',
  'päivit',
  'güncel',
  '更新',
  '수정',
]

/** Beginnings of words before the date of publication. */
export const PUBLISHED = [
  'publi',
  'post',
  'veröffentlich',
  'erschienen',
  'geplaatst',
  'gepubliceerd',
  'pubblic',
  'опублик',
  'yayın',
  '发布',
  '發布',
  '公開',
  '入力',
  '입력',
  'julkais',
  'megjelen',
]

/** Words that are labels on a page and nobody’s name. */
export const LABELS: ReadonlySet<string> = new Set(
  'about all admin administrator an am anonymous at author authors by comment comments contact contributor contributors created date editor editorial editors erschienen filed follow from gepostet geplaatst gepubliceerd geschrieben guest home in last modified more newsroom none on photo photos post posted publicado published publié pubblicato read redaktion share staff story submitted team text the time under unknown updated user veröffentlicht view webmaster website words writer written null undefined nan опубликовано 作者 发布 發布 公開'.split(
    ' ',
  ),
)
