/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-page.h"

G_BEGIN_DECLS

/* Exceptions that wait for a manager's review, by impact and age, and those that were reviewed. */
#define BELL_TYPE_EXCEPTIONS_PAGE (bell_exceptions_page_get_type ())
G_DECLARE_FINAL_TYPE (BellExceptionsPage, bell_exceptions_page, BELL, EXCEPTIONS_PAGE, BellPage)

G_END_DECLS
