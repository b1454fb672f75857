/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-sha256.h"

static void
hash_anywhere (gconstpointer  data,
               gsize          length,
               guint8        *digest)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = BELL_SHA256_LENGTH;

  g_checksum_update (checksum, data, length);
  g_checksum_get_digest (checksum, digest, &size);
}

#if defined(__x86_64__) && defined(__GNUC__)

#include <cpuid.h>
#include <immintrin.h>

#define BLOCK 64

static const guint32 constants[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static const guint32 beginning[8] = {
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

/* The four instructions work on the state as ABEF and CDGH, and on four rounds' words at a time. */
__attribute__ ((target ("sha,sse4.1,ssse3"))) static void
take_blocks (guint32      *state,
             const guint8 *data,
             gsize         n_blocks)
{
  const __m128i swap = _mm_set_epi64x (0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  __m128i low = _mm_shuffle_epi32 (_mm_loadu_si128 ((const __m128i *) (const void *) state), 0xb1);
  __m128i high = _mm_shuffle_epi32 (_mm_loadu_si128 ((const __m128i *) (const void *) (state + 4)), 0x1b);
  __m128i abef = _mm_alignr_epi8 (low, high, 8);
  __m128i cdgh = _mm_blend_epi16 (high, low, 0xf0);

  for (; n_blocks > 0; n_blocks--, data += BLOCK)
    {
      __m128i abef_before = abef;
      __m128i cdgh_before = cdgh;
      __m128i words[4];

      for (int i = 0; i < 16; i++)
        {
          __m128i *word = &words[i & 3];
          __m128i sum;

          if (i < 4)
            *word = _mm_shuffle_epi8 (_mm_loadu_si128 ((const __m128i *) (const void *) (data + 16 * i)), swap);
          else
            *word = _mm_sha256msg2_epu32 (_mm_add_epi32 (_mm_sha256msg1_epu32 (*word, words[(i + 1) & 3]),
                                                         _mm_alignr_epi8 (words[(i + 3) & 3], words[(i + 2) & 3], 4)),
                                          words[(i + 3) & 3]);
          sum = _mm_add_epi32 (*word, _mm_loadu_si128 ((const __m128i *) (const void *) (constants + 4 * i)));
          cdgh = _mm_sha256rnds2_epu32 (cdgh, abef, sum);
          abef = _mm_sha256rnds2_epu32 (abef, cdgh, _mm_shuffle_epi32 (sum, 0x0e));
        }
      abef = _mm_add_epi32 (abef, abef_before);
      cdgh = _mm_add_epi32 (cdgh, cdgh_before);
    }

  low = _mm_shuffle_epi32 (abef, 0x1b);
  high = _mm_shuffle_epi32 (cdgh, 0xb1);
  _mm_storeu_si128 ((__m128i *) (void *) state, _mm_blend_epi16 (low, high, 0xf0));
  _mm_storeu_si128 ((__m128i *) (void *) (state + 4), _mm_alignr_epi8 (high, low, 8));
}

static void
hash_here (const guint8 *data,
           gsize         length,
           guint8       *digest)
{
  guint32 state[8];
  guint8 tail[2 * BLOCK] = { 0 };
  gsize whole = length / BLOCK;
  gsize rest = length % BLOCK;
  gsize n_tail = rest + 9 > BLOCK ? 2 : 1;
  guint64 bits = GUINT64_TO_BE ((guint64) length * 8);

  memcpy (state, beginning, sizeof state);
  take_blocks (state, data, whole);
  if (rest > 0)
    memcpy (tail, data + whole * BLOCK, rest);
  tail[rest] = 0x80;
  memcpy (tail + n_tail * BLOCK - 8, &bits, 8);
  take_blocks (state, tail, n_tail);
  for (int i = 0; i < 8; i++)
    {
      guint32 word = GUINT32_TO_BE (state[i]);

      memcpy (digest + 4 * i, &word, 4);
    }
}

static gboolean
has_instructions (void)
{
  static gsize known = 0;
  unsigned int a, b, c, d;

  if (g_once_init_enter (&known))
    {
      gboolean sse = __get_cpuid (1, &a, &b, &c, &d) && (c & bit_SSSE3) && (c & bit_SSE4_1);
      gboolean sha = __get_cpuid_count (7, 0, &a, &b, &c, &d) && (b & bit_SHA);

      g_once_init_leave (&known, sse && sha ? 2 : 1);
    }
  return known == 2;
}

void
bell_sha256 (gconstpointer  data,
             gsize          length,
             guint8        *digest)
{
  if (has_instructions ())
    hash_here (data, length, digest);
  else
    hash_anywhere (data, length, digest);
}

#else

void
bell_sha256 (gconstpointer  data,
             gsize          length,
             guint8        *digest)
{
  hash_anywhere (data, length, digest);
}

#endif
