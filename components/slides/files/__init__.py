"""Files of a story: PPTX, HTML, PDF of two sizes and the data, each made of its slides alone."""
