// Walks the tables of a Xapian database.
#include "index_tables.h"

#include <map>
#include <sstream>
#include <xapian.h>

#include "common/index/schema.h"
#include "common/index/store_layout.h"

namespace pressmark {
namespace {

std::string live_database(std::filesystem::path const& store) {
  StoreLayout const layout{store};
  return layout.generation(current_generation(layout).value()).string();
}

std::string contents_of(Xapian::Document const& document) {
  std::ostringstream text;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text << *term << " x" << term.get_wdf();
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) text << ' ' << *at;
    text << '\n';
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text << "slot " << value.get_valueno() << ": " << *value << '\n';
  }
  text << "data: " << document.get_data() << '\n';
  return text.str();
}

// Both posting lists and term lists are followed, so that one that lacks what the other has shows.
std::string documents_of(Xapian::Database const& database) {
  std::string const prefix(field_info(Field::id).prefix);
  std::string text;
  for (auto id = database.allterms_begin(prefix); id != database.allterms_end(prefix); ++id) {
    for (auto document = database.postlist_begin(*id); document != database.postlist_end(*id); ++document) {
      text += contents_of(database.get_document(*document));
    }
  }
  return text;
}

std::string terms_of(Xapian::Database const& database) {
  std::ostringstream text;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    text << *term << " in " << term.get_termfreq() << ", " << database.get_collection_freq(*term)
         << " times\n";
  }
  return text.str();
}

std::string synonyms_of(Xapian::Database const& database) {
  std::string text;
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    text += *key + " =";
    for (auto word = database.synonyms_begin(*key); word != database.synonyms_end(*key); ++word)
      text += ' ' + *word;
    text += '\n';
  }
  return text;
}

std::string metadata_of(Xapian::Database const& database) {
  std::string text;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    if (*key != metadata::kArchive) text += *key + " = " + database.get_metadata(*key) + '\n';
  }
  return text;
}

}  // namespace

std::string index_contents(std::filesystem::path const& store) {
  Xapian::Database const database(live_database(store));
  return std::to_string(database.get_doccount()) + " documents\n" + documents_of(database) +
         terms_of(database) + synonyms_of(database) + metadata_of(database);
}

void disown_index(std::filesystem::path const& store) {
  Xapian::WritableDatabase database(live_database(store), Xapian::DB_OPEN);
  database.set_metadata(std::string(metadata::kArchive), "another");
  database.commit();
}

}  // namespace pressmark
