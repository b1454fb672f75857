/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to storage. */

#include "bell-connection.h"
#include "bell-store.h"
#include "bell-txn-private.h"

G_BEGIN_DECLS

typedef struct _BellJob BellJob;

struct _BellStore
{
  GObject parent_instance;

  char *path;
  BellId device;
  GMainContext *context;
  GMutex lock; /* of closed, changed, changed_source */
  gboolean closed;
  guint changed;
  GSource *changed_source;

  GAsyncQueue *jobs;
  GAsyncQueue *readers;
  GThreadPool *pool;
  GThread *writer;

  /* Only for the writer's thread once it runs. */
  BellConnection *connection;
  BellChain chain;
  gint64 version; /* PRAGMA data_version when the chain was read or written last */
  gboolean index;
  gboolean scrub;
  BellJob *held; /* ended the last group, comes next */
};

/* How long a transaction takes further functions, in µs; a test sets it to be independent of the machine's speed. */
extern gint64 bell_store_group_time;

typedef gboolean (*BellWriterFunc) (BellConnection  *connection,
                                    gpointer         data,
                                    GError         **error);

/* Runs @func on the writer's thread between two transactions, and waits for it. */
gboolean  bell_store_on_writer (BellStore       *self,
                                BellWriterFunc   func,
                                gpointer         data,
                                GError         **error);

/* Reads where the chain ends, and whether words are indexed; anew when another program (deskbellctl) has written meanwhile. */
gboolean  bell_store_catch_up    (BellStore     *self,
                                  gboolean      *changed,
                                  GError       **error);

gpointer  bell_store_run_writer  (gpointer       self);
void      bell_store_run_reader  (gpointer       job,
                                  gpointer       self);
void      bell_store_quit_writer (BellStore     *self);

/* Opens @path as bell_store_open () does, but with the tables of an older form; for the tests of migrations. */
BellStore *bell_store_open_form (const char     *path,
                                 gboolean        create,
                                 int             form,
                                 GError        **error);

G_END_DECLS
