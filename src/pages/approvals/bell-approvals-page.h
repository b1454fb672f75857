/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

/* Proposals that wait for a decision, and those that were decided. */
#define BELL_TYPE_APPROVALS_PAGE (bell_approvals_page_get_type ())
G_DECLARE_FINAL_TYPE (BellApprovalsPage, bell_approvals_page, BELL, APPROVALS_PAGE, BellPage)

G_END_DECLS
