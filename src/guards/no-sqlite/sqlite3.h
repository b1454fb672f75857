/* SPDX-License-Identifier: GPL-3.0-or-later */
#error "Only src/storage may see sqlite3.h; ask the desk instead."
