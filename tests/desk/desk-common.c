/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "bell-date.h"
#include "bell-desk-care.h"
#include "desk-common.h"

void
desk_fixture_open (DeskFixture *self)
{
  g_autoptr(GError) error = NULL;
  gint64 now;

  g_assert_true (bell_time_from_iso8601 (DESK_NOW, NULL, &now));
  self->dir = g_dir_make_tmp ("deskbell-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->dir, "hotel.bell", NULL);
  self->clock = bell_clock_new_fixed (now);
  self->desk = bell_desk_open (self->path, self->clock, TRUE, &error);
  g_assert_no_error (error);
}

void
desk_fixture_demo (DeskFixture *self,
                   guint        rooms,
                   guint        days,
                   guint64      seed)
{
  g_autoptr(GError) error = NULL;

  desk_fixture_open (self);
  bell_desk_make_demo (self->desk, rooms, days, seed, 0, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
desk_fixture_clear (DeskFixture *self)
{
  if (self->desk != NULL)
    bell_desk_close (self->desk);
  g_clear_object (&self->desk);
  g_clear_object (&self->clock);
  if (self->dir != NULL)
    remove_tree (self->dir);
  g_clear_pointer (&self->dir, g_free);
  g_clear_pointer (&self->path, g_free);
}

GPtrArray *
desk_fixture_list (DeskFixture *self,
                   BellQuery   *query)
{
  g_autoptr(BellQuery) owned = query;
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = bell_desk_read_list (self->desk, query, NULL, 100000, &error);

  g_assert_no_error (error);
  return rows;
}

void
desk_fixture_sign_in (DeskFixture *self,
                      const char  *name)
{
  g_autoptr(GListModel) people = bell_desk_list_people (self->desk);
  g_autoptr(GError) error = NULL;

  /* The list loads its page on the main loop. */
  while (g_list_model_get_n_items (people) == 0)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(BellStaff) person = g_list_model_get_item (people, i);

      if (g_strcmp0 (person->name, name) != 0)
        continue;
      bell_desk_sign_in (self->desk, name, person->demo_pin, &error);
      g_assert_no_error (error);
      return;
    }
  g_error ("There is no %s", name);
}

BellOutcome *
desk_fixture_do (DeskFixture *self,
                 BellCommand *command)
{
  g_autoptr(BellCommand) owned = command;
  g_autoptr(GError) error = NULL;
  BellOutcome *outcome = bell_desk_submit (self->desk, command, &error);

  g_assert_no_error (error);
  return outcome;
}

void
desk_fixture_refuse (DeskFixture   *self,
                     BellCommand   *command,
                     BellErrorCode  code)
{
  g_autoptr(BellCommand) owned = command;
  g_autoptr(GError) error = NULL;
  g_autoptr(BellOutcome) outcome = bell_desk_submit (self->desk, command, &error);

  g_assert_error (error, BELL_ERROR, (int) code);
  g_assert_null (outcome);
}
