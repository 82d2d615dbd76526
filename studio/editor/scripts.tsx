import type {BlockDecoratorProps, SchemaTypeDefinition} from 'sanity'
import type {Decorator} from '../../schemas/names.ts'

const Sub = ({children}: BlockDecoratorProps) => <sub>{children}</sub>
const Sup = ({children}: BlockDecoratorProps) => <sup>{children}</sup>
const SubIcon = () => (
  <span>
    x<sub>2</sub>
  </span>
)
const SupIcon = () => (
  <span>
    x<sup>2</sup>
  </span>
)

const Formula = ({children}: BlockDecoratorProps) => <code title="Formula (TeX)">{children}</code>
const FormulaIcon = () => <span>∑</span>

/** How the form draws each decorator; undefined where the Studio has a look of its own. */
const LOOK: Record<Decorator, object | undefined> = {
  strong: undefined,
  em: undefined,
  underline: undefined,
  'strike-through': undefined,
  code: undefined,
  sub: {component: Sub, icon: SubIcon},
  sup: {component: Sup, icon: SupIcon},
  latex: {component: Formula, icon: FormulaIcon},
}

const LOOKS: ReadonlyMap<string, object | undefined> = new Map(Object.entries(LOOK))

interface Member {
  type: string
  marks?: {decorators?: {value: string}[]}
}

/** Adds icons and components for subscripts, superscripts and formulas, which the Studio does not have. */
export function withScripts(type: SchemaTypeDefinition): SchemaTypeDefinition {
  if (type.type !== 'array' || !('of' in type) || !Array.isArray(type.of)) return type
  const of = type.of.map((member: Member) =>
    member.marks?.decorators
      ? {
          ...member,
          marks: {
            ...member.marks,
            decorators: member.marks.decorators.map((decorator) => ({
              ...decorator,
              ...LOOKS.get(decorator.value),
            })),
          },
        }
      : member,
  )
  return {...type, of} as SchemaTypeDefinition
}
