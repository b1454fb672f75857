/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

#define BELL_TYPE_WORKFLOW_PAGE (bell_workflow_page_get_type ())
G_DECLARE_FINAL_TYPE (BellWorkflowPage, bell_workflow_page, BELL, WORKFLOW_PAGE, BellPage)

/**
 * BellWorkflowPage:
 *
 * The records of one workflow, newest first, with the columns that its
 * definition asks for. One class for all of them, also for those that a hotel adds.
 */

G_END_DECLS
