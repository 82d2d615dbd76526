/** Short articles of several kinds and languages, made for damaging. */
import type {ViewBlock} from '../ingest/parse/article-view.ts'

const heading = (level: number, text: string): ViewBlock => ({type: 'heading', level, text})
const paragraph = (text: string): ViewBlock => ({type: 'paragraph', text})
const list = (ordered: boolean, ...items: {lead?: string; text: string}[]): ViewBlock => ({
  type: 'list',
  ordered,
  items,
})
const table = (header: string[], ...rows: string[][]): ViewBlock => ({type: 'table', header, rows})

export const documents: readonly (readonly ViewBlock[])[] = [
  [
    heading(1, 'The Weir Is Rebuilt After Sixty Years'),
    paragraph(
      'The weir below the paper mill, broken since the flood of 1964, holds water again — and eels can pass it.',
    ),
    heading(2, 'What was built'),
    paragraph('“It’s lower than the old one,” says Ina Holt & her crew, “but it’ll outlast us.”'),
    list(
      false,
      {lead: 'Crest:', text: '42 metres of oak and stone'},
      {lead: 'Pass:', text: 'a ladder of nine pools'},
      {lead: 'Cost:', text: '£310,000, half of it given'},
    ),
    table(
      ['Year', 'Level (m)', 'Eels counted'],
      ['2021', '0.8', '12'],
      ['2022', '1.4', '96'],
      ['2023', '1.5', '340'],
    ),
    heading(2, 'What comes next'),
    paragraph('The mill race is to be cleared by May. Anyone with waders is welcome to help.'),
  ],
  [
    heading(1, 'Nachtbusse fahren wieder öfter'),
    paragraph('Ab Montag fährt die Linie 7 auch nachts alle 20 Minuten, für Gäste wie für Bäcker.'),
    heading(3, 'Wer zahlt dafür?'),
    paragraph(
      'Die Stadt übernimmt zwei Drittel; den Rest trägt der Kreis. „Das war überfällig“, heißt es im Rathaus.',
    ),
    list(true, {text: 'Karte im Bus kaufen'}, {text: 'Vorne einsteigen'}, {text: 'Größeres Gepäck anmelden'}),
    paragraph('Geändert hat sich auch der Preis: 2,40 € statt 2,10 €.'),
  ],
  [
    heading(1, 'Почему рыбаки вернулись на озеро'),
    paragraph('Лёд встал в декабре, и на берегу снова зажгли фонари. «Рыба есть», — говорит сторож.'),
    heading(2, 'Сколько поймали'),
    table(['День', 'Улов, кг'], ['Суббота', '14'], ['Воскресенье', '22']),
    paragraph('Ловить можно до марта, если лёд толще десяти сантиметров.'),
  ],
  [
    heading(1, 'کتاب‌فروشی کوچک دوباره باز شد'),
    paragraph('مغازه پس از دو سال باز شد و همسایه‌ها با گل آمدند.'),
    heading(2, 'چه می‌فروشند؟'),
    list(false, {text: 'کتاب‌های دست دوم'}, {text: 'نقشه‌های قدیمی'}),
    paragraph('ساعت کار از ده صبح تا هشت شب است.'),
  ],
]
