/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-desk-record.h"

G_BEGIN_DECLS

/* Words that the record page, Approvals and Exceptions share. All (transfer full) unless const. */

/* "14:05" today, "Sat 21 Nov, 14:05" within the year, else with the year. "" for 0. */
char       *bell_words_time        (BellDesk   *desk,
                                    gint64      instant);

/* "21 Nov" or "21 Nov 2024" of a day YYYY-MM-DD; "" for NULL. */
char       *bell_words_day         (BellDesk   *desk,
                                    const char *day);

/* The names of these, or the id itself where the hotel no longer has it; "" for NULL. */
const char *bell_words_workflow    (BellDesk   *desk,
                                    const char *id);
const char *bell_words_department  (BellDesk   *desk,
                                    const char *id);
const char *bell_words_role        (BellDesk   *desk,
                                    const char *id);
const char *bell_words_kind        (BellDesk   *desk,
                                    const char *id);

/* The parts that are neither NULL nor "", with dots between; a list ends with the sentinel (char *) -1 that the macro adds. */
char       *bell_words_join_parts  (const char *first,
                                    ...);
#define bell_words_join(...) bell_words_join_parts (__VA_ARGS__, (const char *) -1)

/* The first letter in upper case: sentences of the rules begin in lower case. */
char       *bell_words_capital     (const char *sentence);

/* What a proposal is about: the field's label, or the money line. */
char       *bell_words_proposal    (BellDesk     *desk,
                                    BellApproval *approval);

/* "old → new" of a proposal as people read it; tells when the person may not see it. */
char       *bell_words_change      (BellDesk     *desk,
                                    BellApproval *approval);

G_END_DECLS
