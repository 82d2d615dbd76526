/** Writes transactions of two documents each until it is killed. Arguments: path, number of the first. */
import {createEngine} from '../../lake/engine.ts'

const [path = '', first = '0'] = process.argv.slice(2)
const engine = createEngine({path})
process.stdout.write('ready\n')
for (let n = Number(first); ; n++) {
  const text = 'x'.repeat(5000)
  await engine.mutate({
    dataset: 'test',
    identity: 'writer',
    access: {kind: 'editor'},
    transactionId: `t${n}`,
    mutations: [
      {create: {_id: `left-${n}`, _type: 'half', text, other: {_type: 'reference', _ref: `right-${n}`}}},
      {create: {_id: `right-${n}`, _type: 'half', text}},
      {createOrReplace: {_id: 'counter', _type: 'counter', n}},
    ],
  })
  process.stdout.write(`${n}\n`)
}
