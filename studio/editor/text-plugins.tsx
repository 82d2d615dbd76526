import {defineContainer} from '@portabletext/editor'
import {BehaviorPlugin} from '@portabletext/editor/plugins'
import {useEffect} from 'react'
import type {PortableTextPluginsProps} from 'sanity'
import {settings} from '../settings.ts'
import {correctingBehaviors} from './correcting/behaviors.ts'
import {keepCaretInStep} from './correcting/caret-in-step.ts'
import {DragHandle} from './correcting/drag-handle.tsx'
import {pasteBehaviors} from './paste/behaviors.ts'
import {tableBehaviors} from './table/behaviors.ts'
import {newKey} from './table/new-key.ts'
import {TableFrame} from './table/table-frame.tsx'

const CONTAINERS = {
  table: defineContainer({
    type: 'table',
    arrayField: 'rows',
    render: (props) => <TableFrame {...props} />,
  }),
}

const BEHAVIORS = [
  ...tableBehaviors(newKey),
  ...pasteBehaviors(settings.origin, newKey),
  ...correctingBehaviors(newKey),
]

/** The plugins of the text editor: the Studio's own, tables, and shortcuts that correct blocks. */
export function TextPlugins(props: PortableTextPluginsProps) {
  useEffect(() => keepCaretInStep(document), [])
  return (
    <>
      {props.renderDefault({
        ...props,
        plugins: {...props.plugins, table: {enabled: true, containers: CONTAINERS}},
      })}
      <BehaviorPlugin behaviors={BEHAVIORS} />
      <DragHandle />
    </>
  )
}
