/**
 * Phrases with which sites link to their other articles, in many languages: before a link in the text, or as a heading
 * of a region. The wording decides, whatever the element.
 */

const CUES = [
  "also read|read (?:also|more|next)|related|see also|more on this|don[’']?t miss|watch|must read|in case you missed it",
  'mira(?: también| además)?|lee(?: también| además| más| aquí)|te puede interesar|puedes? ver|ver también|más información|también lee|no te pierdas|le puede interesar',
  'leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira',
  'lire aussi|à lire(?: aussi)?|voir aussi|à voir aussi|lisez aussi|pour aller plus loin',
  'lesen sie (?:auch|hier|mehr)|lies auch|mehr (?:zum thema|dazu)|auch interessant|siehe auch|hier lesen sie',
  'leggi (?:anche|qui)|guarda anche|approfondisci|vedi anche',
  'lees ook|meer over|bekijk ook|läs (?:också|mer|även)|les også|læs også|lue myös',
  'czytaj(?: też| także| również| więcej)?|zobacz(?: też| także| również)?|przeczytaj(?: też| także)?|čtěte(?: také| též)?|viz také|čítajte (?:aj|tiež)|olvass(?:a)? (?:még|el)',
  'читайте (?:также|ещё|еще)|смотрите также|читать также|по теме|читайте також|дивіться також|вижте (?:още|също)|прочетете (?:още|също)',
  'διαβάστε (?:επίσης|ακόμα)|ayrıca oku(?:yun)?|bunları da okuyun|citește și|citeşte şi|vezi și|pročitajte (?:još|i)|baca juga|simak juga|đọc thêm|xem thêm',
].join('|')

/** A line that begins with such a phrase and a colon or dash, or consists of it. */
export const READ_ALSO = new RegExp(`^[\\s>»▶►•*[(–—-]{0,4}(?:${CUES})\\s?(?:[:：|>»→–—-]|$)`, 'iu')

/** The same in scripts without spaces. */
export const READ_ALSO_UNSPACED =
  /^[\s【[（(>»▶►・■●]{0,4}(?:関連記事|あわせて読みたい|こちらも|相关阅读|相關閱讀|延伸阅读|延伸閱讀|推荐阅读|更多|관련기사|관련 기사|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|यह भी पढ़ें|ये भी पढ़ें)/u

const PARTS = [
  "also in the news|in other news|other news|more (?:news|stories|articles|posts|to read)(?: from .{1,40}| by .{1,40}| like this)?|related (?:articles?|stories|story|posts?|content|news|reading|links|topics|coverage)(?: (?:and|&) (?:articles|links|posts|resources|stories|videos))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended(?: for you| stories| reading| articles)?|(?:read|up) next|what to read next|latest (?:news|stories|articles|posts)|recent (?:posts|articles|stories)|most (?:read|popular|viewed)|trending(?: now| stories)?|popular (?:posts|articles|stories)|similar (?:articles|posts|stories)|sponsored (?:features?|links|posts|stories)|(?:from )?around the web|promoted (?:content|links|posts|stories)|keep reading|from our partners|sponsored content|more from .{1,40}|don[’']?t miss",
  'noticias relacionadas|artículos relacionados|te puede interesar|lo más (?:leído|visto)|más noticias|últimas noticias|notas relacionadas|también te puede interesar',
  'notícias relacionadas|leia também|veja também|mais (?:lidas|notícias)|relacionad[ao]s|últimas notícias',
  'articles? (?:liés?|similaires|connexes)|sur le même (?:sujet|thème)|à lire (?:aussi|également)|lire aussi|les plus lus|à découvrir',
  'mehr zum thema|das könnte (?:sie|dich|ihnen|euch) (?:auch )?(?:interessieren|gefallen)|auch interessant|ähnliche (?:artikel|beiträge)|weitere (?:artikel|beiträge|meldungen|nachrichten|news|stories|themen)(?: .{1,30})?|verwandte (?:artikel|beiträge|themen)|meistgelesen(?:e artikel)?|empfehlungen(?: der| aus der) redaktion|lesen sie auch|neueste (?:artikel|beiträge|nachrichten)|zum thema',
  'leggi anche|potrebbe(?:ro)? interessarti|articoli correlati|ti potrebbe interessare|altre notizie|le ultime notizie',
  'lees ook|gerelateerde (?:artikelen|berichten)|meer nieuws|relaterade artiklar|läs (?:också|mer|även)|relaterte artikler|læs også|les også',
  'zobacz (?:również|także|też)|czytaj (?:również|także|też)|przeczytaj (?:również|także|też)|powiązane(?: artykuły)?|polecane(?: artykuły)?|najpopularniejsze|související (?:články|čl[áa]nky)|mohlo by vás zajímat|kapcsolódó (?:anyagok|cikkek|írások|tartalmak)|súvisiace články',
  'читайте также|похожие (?:статьи|новости|материалы)|материалы по теме|новости по теме|по теме|другие новости|последние новости|смотрите также|читайте також|схожі новини|свързани (?:новини|статии)',
  'σχετικά άρθρα|διαβάστε (?:επίσης|ακόμα)|benzer haberler|ilgili haberler|diğer haberler|articole (?:similare|conexe)|povezane vijesti|berita terkait|baca juga|tin (?:liên quan|cùng chuyên mục)|اقرأ أيض[اً]+|مواضيع ذات صلة|अन्य खबरें|संबंधित खबरें',
  '関連記事|関連リンク|おすすめ記事|人気記事|新着記事|あわせて読みたい|相关(?:阅读|文章|新闻|推荐)|延伸阅读|推荐阅读|热门(?:文章|推荐)|猜你喜欢|관련\\s?(?:기사|뉴스)|많이 본 뉴스|추천 기사|(?:เรื่อง|ข่าว|บทความ)ที่เกี่ยวข้อง|ข่าวล่าสุด|อ่านเพิ่มเติม',
].join('|')

/** A whole line above a list of other articles. */
export const RELATED_HEADING = new RegExp(`^[\\s>»▶►•*#]{0,4}(?:${PARTS})\\s?[:：.…!»>→]{0,3}$`, 'iu')

/** The same in words that may also be a heading of the text: they count only above links. */
export const MORE_HEADING =
  /^more (?:[\p{L}\p{N}’'-]+ ){1,3}(?:news|stories|articles|posts|reading|coverage)\W{0,3}$/iu

const COMMENTS_NAMES =
  'comments|reader comments|kommentare|leserkommentare|commentaires|comentarios|comentários|commenti|komentarze|komentarji|komentáře|reacties|kommentarer|kommentit|hozzászólások|комментарии|коментарі|коментари|σχόλια|yorumlar|comentarii|bình luận|التعليقات|تعليقات|コメント|评论|評論|댓글'

/** A whole line above reader comments. */
export const COMMENTS_HEADING = new RegExp(
  `^(?:(?:\\d{1,5}|no|keine|aucun) )?(?:${COMMENTS_NAMES})(?: ?[(:（]? ?\\d{0,5} ?[)）]?| on .{1,80})?$|^(?:leave|write|post|add) (?:a|your) (?:comment|reply|response)s?\\b.{0,20}$|^join the (?:conversation|discussion)\\W?$|^so können sie kommentieren\\W?$|^(?:schreibe einen|kommentar) (?:kommentar|schreiben|verfassen|hinterlassen)$|^laisser un commentaire$|^(?:deja|dejar) (?:un comentario|una respuesta)$|^deixe (?:um comentário|uma resposta)$|^lascia un commento$|^dodaj komentarz$|^(?:plaats|geef) een reactie$`,
  'iu',
)
