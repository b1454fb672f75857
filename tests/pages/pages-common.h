/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bell-desk-record.h"
#include "bell-page.h"

G_BEGIN_DECLS

/* Sunday 22 November 2026, half past three in the afternoon in Lisbon. */
#define PAGES_NOW "2026-11-22T15:30:00Z"

#define PAGES_PATIENCE (60 * G_USEC_PER_SEC)

/* Turns the main loop until something holds, but not for ever. */
#define WAIT_UNTIL(condition)                                                   \
  G_STMT_START                                                                  \
    {                                                                           \
      gint64 wait_end = g_get_monotonic_time () + PAGES_PATIENCE;               \
      guint wait_source = g_timeout_add (20, G_SOURCE_FUNC (pages_again), NULL); \
                                                                                \
      while (!(condition) && g_get_monotonic_time () < wait_end)                \
        g_main_context_iteration (NULL, TRUE);                                  \
      g_source_remove (wait_source);                                            \
      g_assert_true (condition);                                                \
    }                                                                           \
  G_STMT_END

gboolean pages_again (void);

/**
 * PagesFixture:
 *
 * A small hotel with a person of each role that the tests need, and a window for one page. Every PIN is 4711.
 *
 * Vera Gomes administrator, Marta Silva and Ana Reis guest relations, Paulo Matos duty manager, Rui Costa line staff of
 * housekeeping, Ines Lopes auditor.
 */
typedef struct
{
  char *folder;
  BellDesk *desk;
  AdwApplicationWindow *window;
  AdwNavigationView *view;
  BellPage *page;
} PagesFixture;

void         pages_set_up     (PagesFixture  *fixture,
                               gconstpointer  data);
void         pages_tear_down  (PagesFixture  *fixture,
                               gconstpointer  data);

void         pages_sign_in    (PagesFixture  *fixture,
                               const char    *name);

/* Sends a command that must go through; takes it. (transfer full) */
BellOutcome *pages_do         (PagesFixture  *fixture,
                               BellCommand   *command);

/* A guest request in CRM owned by guest relations, with its first task; the number is GE-…'s kin. (transfer full) */
char        *pages_new_record (PagesFixture  *fixture);

/* Shows a page of @type; @entity_id is nullable. */
void         pages_show       (PagesFixture  *fixture,
                               GType          type,
                               const char    *entity_id);

/* The first visible widget under @root of @type whose label (of a label or a button, or an accessible label) is @text. */
GtkWidget   *pages_find       (GtkWidget     *root,
                               GType          type,
                               const char    *text);

/* Whether @text stands in any label, entry or text view under @root, shown or not. */
gboolean     pages_holds_text (GtkWidget     *root,
                               const char    *text);

AdwDialog   *pages_dialog     (PagesFixture  *fixture);

/* Registers the display and an application, then runs the tests. */
int          pages_main       (int            argc,
                               char         **argv,
                               void         (*add_tests) (void));

#define pages_add(path, func) g_test_add (path, PagesFixture, NULL, pages_set_up, func, pages_tear_down)

G_END_DECLS
