import {InboxIcon} from '@sanity/icons/Inbox'
import {definePlugin} from 'sanity'
import {route} from 'sanity/router'
import {QueueScreen} from './queue-screen.tsx'

/** The desk: the first page of the Studio, with the articles that wait for a decision. */
export const queueTool = definePlugin({
  name: 'copydesk-queue',
  tools: [{name: 'queue', title: 'Desk', icon: InboxIcon, component: QueueScreen, router: route.create('/')}],
})
