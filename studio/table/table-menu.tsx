import type {TableMenuProps} from '@portabletext/plugin-table/ui'
import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {ThLargeIcon} from '@sanity/icons/ThLarge'
import {TrashIcon} from '@sanity/icons/Trash'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuItem} from '@sanity/ui/menu'
import {useId} from 'react'

/** The menu at the corner of a table: what concerns all of it. */
export function CornerMenu({onSelectTable, onDeleteTable, onOpenChange}: TableMenuProps) {
  const id = useId()
  return (
    <MenuButton
      id={id}
      onOpen={() => onOpenChange(true)}
      onClose={() => onOpenChange(false)}
      button={
        <Button
          aria-label="The whole table"
          icon={EllipsisHorizontalIcon}
          mode="bleed"
          fontSize={1}
          padding={2}
        />
      }
      menu={
        <Menu>
          <MenuItem fontSize={1} icon={ThLargeIcon} text="Select the table" onClick={onSelectTable} />
          <MenuItem
            fontSize={1}
            tone="critical"
            icon={TrashIcon}
            text="Delete the table"
            onClick={onDeleteTable}
          />
        </Menu>
      }
      popover={{portal: true}}
    />
  )
}
