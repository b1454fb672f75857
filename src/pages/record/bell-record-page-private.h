/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-record-banner.h"
#include "bell-record-page.h"
#include "bell-record-side.h"
#include "bell-timeline.h"

G_BEGIN_DECLS

struct _BellRecordPage
{
  BellPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *problem;
  GtkScrolledWindow *scrolled;
  AdwWindowTitle *heading;
  GtkGrid *parts;
  GtkWidget *small_heading;
  BellRecordBanner *banner;
  GtkGrid *cards;
  GtkWidget *card_of[BELL_N_SLOTS];
  AdwClamp *side_clamp;
  BellRecordSide *side;
  GtkWidget *timeline_group;
  GtkListBox *timeline_box;
  GtkWidget *timeline_more;
  GtkMenuButton *status_button;
  GtkWidget *status_pill;

  char *entity_id;
  BellDossier *dossier;
  GListModel *entries;
  BellTimeline *timeline;
  GCancellable *cancellable;
  gboolean reading;
  gboolean stale; /* something changed while it was read */
};

/* bell-record-actions.c */
void bell_record_page_install_actions (GtkWidgetClass *widget_class);

/* What may be done now, after the record was read. */
void bell_record_page_update_actions  (BellRecordPage *self);

/* bell-record-steps.c: what is done to tasks, money and proposals; FALSE when @command is not among it. */
gboolean bell_record_page_do_part     (BellRecordPage *self,
                                       const char     *command,
                                       const char     *id);
void     bell_record_page_add_task    (BellRecordPage *self);
void     bell_record_page_add_money   (BellRecordPage *self);
void     bell_record_page_raise       (BellRecordPage *self);
void     bell_record_page_block       (BellRecordPage *self);

/* A command with this record as its argument; (transfer full). */
BellCommand *bell_record_page_command (BellRecordPage *self,
                                       const char     *verb);

/* The entity of a list of the dossier that has this id; (transfer none), NULL when it is gone. */
gpointer bell_record_page_find        (GListStore     *list,
                                       const char     *id);

/* bell-record-timeline.c */
void bell_record_page_fill_timeline   (BellRecordPage *self);
void bell_record_page_retell_timeline (BellRecordPage *self);

G_END_DECLS
