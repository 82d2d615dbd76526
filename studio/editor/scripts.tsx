import type {BlockDecoratorProps, SchemaTypeDefinition} from 'sanity'

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

const LOOK: Readonly<Record<string, object>> = {
  sub: {component: Sub, icon: SubIcon},
  sup: {component: Sup, icon: SupIcon},
}

interface Decorator {
  value: string
}

interface Member {
  type: string
  marks?: {decorators?: Decorator[]}
}

/** Adds icons and components for subscript and superscript, which the Studio does not have. */
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
              ...LOOK[decorator.value],
            })),
          },
        }
      : member,
  )
  return {...type, of} as SchemaTypeDefinition
}
