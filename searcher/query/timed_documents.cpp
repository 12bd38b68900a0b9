// Goes through the numbers of documents with an eye on the clock.
#include "searcher/query/timed_documents.h"

#include <algorithm>
#include <memory>

namespace pressmark {

void TimedDocuments::init(Xapian::Database const& database) {
  documents_ = std::max<Xapian::doccount>(database.get_doccount(), 1);
  last_ = database.get_lastdocid();
  passed_ = 0;
  at_end_ = false;
}

// Numbers without a document may pass: no other list of the AND has them.
void TimedDocuments::next(double min_weight) {
  skip_to(passed_ + 1, min_weight);
}

void TimedDocuments::skip_to(Xapian::docid document, double /*min_weight*/) {
  at_end_ = document > last_ || time_.is_over_at_step();
  if (!at_end_ && document > passed_) passed_ = document;
}

bool TimedDocuments::check(Xapian::docid document, double min_weight) {
  skip_to(document, min_weight);
  return true;
}

Xapian::PostingSource* TimedPhrases::clone() const {
  return std::make_unique<TimedPhrases>(time()).release();  // Xapian deletes it
}

}  // namespace pressmark
