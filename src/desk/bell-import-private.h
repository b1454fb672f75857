/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bell-refused-writer.h"
#include "bell-stay-file.h"

G_BEGIN_DECLS

/* Private to the import: the file with the refused rows, made when the first one comes. */
typedef struct _BellRefusedRows BellRefusedRows;

/* @imported: the file that the rows come from; theirs lies beside it, or among the person's documents. */
BellRefusedRows *bell_refused_rows_new   (GFile                *imported);
void             bell_refused_rows_free  (BellRefusedRows      *self);

gboolean         bell_refused_rows_add   (BellRefusedRows      *self,
                                          BellStayFile         *file,
                                          const BellRowProblem *problem,
                                          GCancellable         *cancellable,
                                          GError              **error);

/* Writes the rest. @path: (out) (nullable): where the rows are, NULL when none was refused; (transfer full). */
gboolean         bell_refused_rows_close (BellRefusedRows      *self,
                                          char                **path,
                                          GError              **error);

G_END_DECLS
