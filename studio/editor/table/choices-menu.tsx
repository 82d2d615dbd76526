import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import {useId} from 'react'
import type {Choice, Place} from './changes.ts'
import type {TableNode} from './types.ts'

/** A menu for the row or column with the cursor. It is disabled until the cursor is in a cell. */
export function ChoicesMenu(props: {
  text: string
  choices: readonly Choice[]
  table: TableNode
  place: Place | undefined
  onChoose: (choice: Choice) => void
}) {
  const {text, choices, table, place, onChoose} = props
  const id = useId()
  return (
    <MenuButton
      id={id}
      button={
        <Button
          text={text}
          iconRight={ChevronDownIcon}
          fontSize={1}
          padding={2}
          mode="bleed"
          disabled={!place}
          title={place ? undefined : 'Click a cell first'}
        />
      }
      menu={
        <Menu>
          {choices.map((choice) => (
            <MenuItem
              key={choice.text}
              fontSize={1}
              padding={3}
              text={choice.text}
              {...(choice.tone ? {tone: choice.tone} : {})}
              disabled={!place || choice.fits?.(table, place) === false}
              onClick={() => onChoose(choice)}
            />
          ))}
        </Menu>
      }
      popover={{portal: true}}
    />
  )
}
