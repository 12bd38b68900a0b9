// The documents of a source between fetching and parsing.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "common/base/byte_stream.h"
#include "indexer/source/spool_file.h"

namespace pressmark {

struct SpooledDocument {
  std::string url;      // where it came from in the end
  std::string charset;  // as HTTP declared it; empty if it did not
  std::size_t begin = 0;
  std::size_t bytes = 0;
};

// Holds documents one after the other in one temporary file, however many they are. Not thread-safe.
class DocumentSpool {
 public:
  // Throws as SpoolFile does, and what `body` throws; the document is not there then.
  void add(std::string url, std::string charset, ByteStream& body);

  [[nodiscard]] std::vector<SpooledDocument> const& documents() const noexcept { return documents_; }
  [[nodiscard]] std::size_t bytes() const noexcept { return end_; }

  // One of documents(), from its first byte. Must not outlive the spool.
  [[nodiscard]] std::unique_ptr<ByteStream> open(SpooledDocument const& document) const;

 private:
  std::unique_ptr<SpoolFile> file_;  // made with the first document
  std::vector<SpooledDocument> documents_;
  std::size_t end_ = 0;
};

}  // namespace pressmark
