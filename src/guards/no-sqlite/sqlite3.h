#error "Only src/storage may see sqlite3.h; ask the desk instead."
