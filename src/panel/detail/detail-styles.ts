import bodyView from './body-view.css?inline'
import cookiesTab from './cookies-tab.css?inline'
import detailHeader from './detail-header.css?inline'
import detailPane from './detail-pane.css?inline'
import detailTable from './detail-table.css?inline'
import domainFixButton from './domain-fix-button.css?inline'
import domainTab from './domain-tab.css?inline'
import eventItem from './event-item.css?inline'
import eventsTab from './events-tab.css?inline'
import failureStrip from './failure-strip.css?inline'
import forcedColors from './forced-colors.css?inline'
import messageList from './message-list.css?inline'
import messageRow from './message-row.css?inline'
import messageView from './message-view.css?inline'
import messagesTab from './messages-tab.css?inline'
import narrowTables from './narrow-tables.css?inline'
import overviewTab from './overview-tab.css?inline'
import phaseBars from './phase-bars.css?inline'
import profileTable from './profile-table.css?inline'
import rulesSection from './rules-section.css?inline'
import sendMessageForm from './send-message-form.css?inline'
import stepLine from './step-line.css?inline'
import tabLayout from './tab-layout.css?inline'
import taskFacts from './task-facts.css?inline'

/** The styles of the details of a task, as texts for a shadow root. */
export const detailStyles: readonly string[] = [
  detailPane,
  detailHeader,
  failureStrip,
  domainFixButton,
  tabLayout,
  stepLine,
  overviewTab,
  taskFacts,
  detailTable,
  profileTable,
  cookiesTab,
  domainTab,
  rulesSection,
  bodyView,
  phaseBars,
  eventsTab,
  eventItem,
  narrowTables,
  forcedColors,
  messagesTab,
  messageList,
  messageRow,
  messageView,
  sendMessageForm,
]
