/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "bell-pages.h"

#include "bell-approvals-page.h"
#include "bell-board-page.h"
#include "bell-exceptions-page.h"
#include "bell-guest-page.h"
#include "bell-guests-page.h"
#include "bell-journal-page.h"
#include "bell-record-page.h"
#include "bell-setup-page.h"
#include "bell-stay-page.h"
#include "bell-stays-page.h"
#include "bell-work-page.h"
#include "bell-workflow-page.h"

/* A page stands here once it works: one line, and its folder in meson.build. */
static const BellPageInfo pages[] = {
  { "work", N_("My Work"), "bell-work-symbolic", BELL_PAGE_GROUP_TOP, BELL_PAGE_FOR_ALL,
    "work", "work-late", bell_work_page_get_type },
  { "board", N_("Board"), "bell-board-symbolic", BELL_PAGE_GROUP_TOP, BELL_ACTION_TASK,
    "board", NULL, bell_board_page_get_type },
  { "stays", N_("Arrivals & Stays"), "bell-stays-symbolic", BELL_PAGE_GROUP_GUESTS, BELL_ACTION_SEE_STAYS,
    "arrivals", NULL, bell_stays_page_get_type },
  { "guests", N_("Guests"), "bell-guests-symbolic", BELL_PAGE_GROUP_GUESTS, BELL_ACTION_SEE_GUESTS,
    NULL, NULL, bell_guests_page_get_type },
  { "workflow", NULL, NULL, BELL_PAGE_GROUP_WORKFLOWS, BELL_ACTION_VIEW,
    NULL, NULL, bell_workflow_page_get_type, TRUE },
  { "approvals", N_("Approvals"), "bell-approvals-symbolic", BELL_PAGE_GROUP_MANAGE, BELL_ACTION_PROPOSE,
    "approvals", NULL, bell_approvals_page_get_type },
  { "exceptions", N_("Exceptions"), "bell-exceptions-symbolic", BELL_PAGE_GROUP_MANAGE, BELL_ACTION_VIEW,
    "exceptions", "exceptions", bell_exceptions_page_get_type },
  { "journal", N_("Journal"), "bell-journal-symbolic", BELL_PAGE_GROUP_MANAGE, BELL_ACTION_AUDIT,
    NULL, NULL, bell_journal_page_get_type },
  { "setup", N_("Set-up"), "bell-setup-symbolic", BELL_PAGE_GROUP_MANAGE, BELL_ACTION_CHANGE_DEFINITIONS,
    NULL, NULL, bell_setup_page_get_type },
};

/* What a search result, a row or a notification opens. */
static const struct
{
  const char *kind;
  GType (*type) (void);
} details[] = {
  { "stay", bell_stay_page_get_type },
  { "guest", bell_guest_page_get_type },
  { "record", bell_record_page_get_type },
};

const BellPageInfo *
bell_pages_list (guint *n_pages)
{
  g_return_val_if_fail (n_pages != NULL, NULL);

  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

GType
bell_pages_detail_type (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (g_strcmp0 (details[i].kind, kind) == 0)
      return details[i].type ();
  return G_TYPE_INVALID;
}

const char *
bell_page_group_title (BellPageGroup group)
{
  switch (group)
    {
    case BELL_PAGE_GROUP_TOP:
      return NULL;
    case BELL_PAGE_GROUP_GUESTS:
      /* Translators: heading in the sidebar */
      return _("Guests");
    case BELL_PAGE_GROUP_WORKFLOWS:
      /* Translators: heading in the sidebar, over the hotel's own systems of work */
      return _("Workflows");
    case BELL_PAGE_GROUP_MANAGE:
      /* Translators: heading in the sidebar, over what managers and administrators do */
      return _("Manage");
    default:
      g_return_val_if_reached (NULL);
    }
}
