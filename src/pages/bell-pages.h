/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

/* Where a page stands in the sidebar. */
typedef enum
{
  BELL_PAGE_GROUP_TOP,
  BELL_PAGE_GROUP_GUESTS,
  BELL_PAGE_GROUP_WORKFLOWS,
  BELL_PAGE_GROUP_MANAGE,
} BellPageGroup;

/* What a page needs nobody's permission for. */
#define BELL_PAGE_FOR_ALL (-1)

/**
 * BellPageInfo:
 * @id: stable; also the page's tag and the value of --page
 * @title: untranslated (N_ ()); NULL for a workflow's page, which has the workflow's name
 * @icon: name of a symbolic icon; NULL likewise
 * @needs: the BellAction that a person must have to see it, or BELL_PAGE_FOR_ALL
 * @count: (nullable): property of BellDeskCounts that is shown beside it
 * @urgent: (nullable): property of BellDeskCounts that makes the count stand out when it is not 0
 * @type: the BellPage subclass
 * @each_workflow: once for every workflow, with its construct property workflow
 *
 * One line of the sidebar.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon;
  BellPageGroup group;
  int needs;
  const char *count;
  const char *urgent;
  GType (*type) (void);
  gboolean each_workflow;
} BellPageInfo;

/* The pages that there are, in the order of the sidebar. */
const BellPageInfo *bell_pages_list        (guint         *n_pages);

/* The page that shows one thing of @kind ("record", "stay", "guest"); G_TYPE_INVALID when there is none. */
GType               bell_pages_detail_type (const char    *kind);

/* Translated heading of a group; NULL for the first, which has none. */
const char         *bell_page_group_title  (BellPageGroup  group);

G_END_DECLS
