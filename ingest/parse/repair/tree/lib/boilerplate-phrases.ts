/**
 * Whole lines of sites in many languages, as data: lower case, straight apostrophes, without a trailing colon, arrow or
 * dots. A line equals one of these, or does not match.
 */
const set = (lines: string): ReadonlySet<string> =>
  new Set(
    lines
      .split(/[|\n]/)
      .map((line) => line.trim())
      .filter(Boolean),
  )

/** Lines by purpose. */
export const WHOLE_LINES: readonly (readonly [kind: string, lines: ReadonlySet<string>])[] = [
  [
    'share line',
    set(`
      condividi questo articolo | condividi l'articolo | compartilhar no whatsapp | compartilhar no facebook
      compartilhe este artigo | compartilhar esta notícia | deel dit artikel | deel dit bericht | dela artikeln
      del artiklen | del artikkelen | udostępnij artykuł | udostępnij | jaa artikkeli | sdílet článek | megosztás
      поделиться в соцсетях | поделиться статьёй | поделиться | bu haberi paylaş | haberi paylaş | paylaş
      分享到 | 分享到微博 | 分享到微信 | 分享至 | 分享 | シェアする | この記事をシェア | この記事をシェアする | 공유하기 | 기사 공유
      شارك هذا المقال | شارك المقال | شارك | شارك الخبر | שתפו את הכתבה | bagikan artikel ini | bagikan | chia sẻ bài viết
    `),
  ],
  [
    'newsletter',
    set(`
      prenumerera på vårt nyhetsbrev | tilmeld dig vores nyhedsbrev | meld deg på nyhetsbrevet | tilaa uutiskirje
      bültenimize abone olun | 订阅我们的新闻通讯 | 订阅电子报 | ニュースレターに登録する | ニュースレター登録 | 뉴스레터 구독하기 | 뉴스레터 구독
      اشترك في نشرتنا البريدية | اشترك في النشرة البريدية | berlangganan newsletter kami | đăng ký nhận bản tin
    `),
  ],
  [
    'related',
    set(`
      te puede interesar | también te puede interesar | te recomendamos | notas relacionadas | potrebbe interessarti anche
      potrebbe interessarti | leggi anche | ti potrebbe interessare | leia também | veja também | leia mais | lees ook
      zobacz także | zobacz też | czytaj także | czytaj też | czytaj również | läs också | läs även | læs også | les også
      lue myös | čtěte také | olvasta már | citește și | читайте также | материалы по теме | смотрите также | читайте також
      ilgili haberler | bunlar da ilginizi çekebilir | 相关文章 | 相关阅读 | 相关新闻 | 推荐阅读 | 延伸阅读 | 関連記事 | あわせて読みたい
      おすすめ記事 | 관련 기사 | 관련기사 | مقالات ذات صلة | اقرأ أيضا | اقرأ أيضًا | مواضيع ذات صلة | baca juga | artikel terkait
      tin liên quan | bài viết liên quan | xem thêm
    `),
  ],
  [
    'copyright',
    set(`
      tüm hakları saklıdır | 版权所有 | 版权所有,未经许可不得转载 | 著作権所有 | 無断転載を禁じます | 無断転載禁止 | 무단 전재 및 재배포 금지 | 저작권자
      جميع الحقوق محفوظة | כל הזכויות שמורות | hak cipta dilindungi | mọi quyền được bảo lưu
    `),
  ],
  [
    'comments',
    set(`
      kommentar schreiben | schreibe einen kommentar | schreiben sie einen kommentar | kommentar verfassen
      laisser un commentaire | laissez un commentaire | ajouter un commentaire | deja un comentario | dejar un comentario
      deja una respuesta | escribe un comentario | lascia un commento | lascia una risposta | deixe um comentário
      deixe uma resposta | reageer op dit artikel | geef een reactie | laat een reactie achter | plaats een reactie
      dodaj komentarz | zostaw komentarz | lämna ett svar | skriv en kommentar | lämna en kommentar | legg igjen en kommentar
      kirjoita kommentti | napsat komentář | оставить комментарий | добавить комментарий | оставьте комментарий
      yorum yap | bir yorum yazın | yorum yazın | 发表评论 | 发表回复 | 写评论 | コメントを残す | コメントする | 댓글 남기기 | 댓글 쓰기
      اترك تعليقا | اترك تعليقاً | أضف تعليق | tinggalkan komentar | tulis komentar | để lại bình luận
    `),
  ],
  [
    'advertisement',
    set(`
      publicidade | annons | annonser | 广告 | 廣告 | 広告 | スポンサーリンク | 광고 | إعلان | اعلان | פרסומת | iklan | quảng cáo | mainos | reklám | inzerce
      διαφήμιση
    `),
  ],
]

/**
 * Lines that sites use, and writers use as headings. They are the site’s only beside other such lines, or above a list
 * of links.
 */
export const AMBIGUOUS_LINES: ReadonlySet<string> = set(`
  more | trending | related | recommended | don't miss | up next | read next | further reading | see also | top stories | print | save
  like this | share | tweet | pin | like | email | send | subscribe | join | register
`)

/** Labels before a list of tags. */
export const TAG_LABELS: ReadonlySet<string> = set(`
  tag | tags | tagged | tagged with | tagged as | filed under | topics | category | categories | posted in | keywords
  schlagwörter | schlagworte | stichwörter | mots-clés | mots clés | étiquettes | etiquetas | palabras clave | temas
  palavras-chave | parole chiave | tagi | słowa kluczowe | trefwoorden | taggar | avainsanat | štítky | címkék
  etiketler | теги | метки | ключевые слова | теґи | 标签 | 標籤 | 关键词 | タグ | キーワード | 태그 | الوسوم | كلمات مفتاحية | תגיות | từ khóa
`)
