import {TextInput} from '@sanity/ui'
import {useEffect, useState} from 'react'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'

interface CaptionFieldProps {
  value: string
  readOnly: boolean
  onChange: (caption: string) => void
}

/** The caption of a table. It is saved when the field loses the focus or Enter is pressed, so that one undo reverts all of it. */
export function CaptionField({value, readOnly, onChange}: CaptionFieldProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const save = () => {
    const caption = typed.trim()
    if (caption !== value) onChange(caption)
  }
  return (
    <TextInput
      aria-label="Caption of the table"
      placeholder="Caption of the table"
      border={false}
      fontSize={1}
      padding={2}
      readOnly={readOnly}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (isPressed(SHORTCUTS.storeField, event)) save()
      }}
    />
  )
}
