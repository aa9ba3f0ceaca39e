"""The page of events: who came, who is named as absent, what the documents count."""
