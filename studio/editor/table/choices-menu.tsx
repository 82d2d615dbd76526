import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import {useId} from 'react'
import type {Choice, Place} from './changes.ts'
import type {TableNode} from './types.ts'

/** What can be done to the row or the column with the caret; it waits until there is one. */
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
          title={place ? undefined : 'Put the caret in a cell first'}
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
