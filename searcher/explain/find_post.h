// Finds the post that a person names by its address.
#pragma once

#include <string>
#include <string_view>
#include <xapian.h>

#include "common/index/record.h"

namespace pressmark {

struct NamedPost {
  Xapian::docid document = 0;
  std::string anchor;  // of the section that was named too; empty if none was
};

// `name` is an id, a URL in any spelling that canonical_url() evens out, or the end of one from a
// segment's boundary on ("2026/rename", "rename"). A '#' and a section's anchor may follow. The
// end of a URL is looked for in all records: about 10 µs a post.
// Throws Error{usage} if no post is called so, naming near ones, or if several are; what Xapian
// throws; and Error{store_damaged}.
[[nodiscard]] NamedPost find_post(Xapian::Database const& database, std::string_view name,
                                  RecordUnpacker& unpacker);

}  // namespace pressmark
